package org.gongkai.filing.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.submission.ValidatedReport.Invalid;
import org.gongkai.filing.submission.ValidatedReport.Valid;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.rules.Finding;
import org.gongkai.text.Text;

/**
 * Refuses an item of a batch with the agency and the year of an earlier one: one of the two is probably a mistake, and
 * the order of the lines must not decide which report counts. An earlier item that could not be read does not count.
 */
final class Repetitions {

    private final Map<FilingId, Long> lines = new HashMap<>();

    /** Returns the item, as an invalid one if it repeats another. */
    ReadItem check(ReadItem item) {
        Long first = item.report() instanceof Valid valid
                ? lines.putIfAbsent(valid.submission().filing(), item.line())
                : null;
        return first == null ? item : item.with(new Invalid(Optional.empty(), repeated(first)));
    }

    private static ProblemException repeated(long first) {
        return ProblemException.ofFindings(
                ProblemType.INVALID_ENTRY,
                List.of(Finding.ofShape(
                        "/agency",
                        null,
                        new Text(
                                        "与第 %s 条重复：同一机关、同一年度的报告在一批中只能有一份",
                                        "Repeats item %s: a batch can hold one report of an agency for a year")
                                .with(first))));
    }
}
