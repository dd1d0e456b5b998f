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
 * Refuses an item of a batch with the agency and the year of an earlier one and another content: one of the two is
 * probably a mistake, and the order of the lines must not decide which report counts. The same content again changes
 * nothing. An earlier item that could not be read does not count.
 */
final class Repetitions {

    private final Map<FilingId, Item> items = new HashMap<>();

    /** An item that was read: the number of its line, and the hash of its content. */
    private record Item(long line, String contentHash) {}

    /** Returns the item, as an invalid one if it contradicts an earlier one. */
    ReadItem check(ReadItem item) {
        if (!(item.report() instanceof Valid valid)) {
            return item;
        }
        Item first = items.putIfAbsent(valid.submission().filing(), new Item(item.line(), valid.contentHash()));
        return first == null || first.contentHash().equals(valid.contentHash())
                ? item
                : item.with(new Invalid(Optional.empty(), repeated(first.line())));
    }

    private static ProblemException repeated(long first) {
        return ProblemException.ofFindings(
                ProblemType.INVALID_ENTRY,
                List.of(Finding.ofShape(
                        "/agency",
                        null,
                        new Text(
                                        "与第 %s 条的机关和年度相同而内容不同：同一机关、同一年度的报告在一批中只能有一份",
                                        "Item %s has the same agency and year, and another content: a batch can hold one report of an"
                                                + " agency for a year")
                                .with(first))));
    }
}
