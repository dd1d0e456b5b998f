package org.gongkai.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.gongkai.form.Cell;
import org.gongkai.report.Contents;

/**
 * The reports of last year whose closing values a report starts from: that of the agency itself, and those of the
 * agencies whose tasks it has taken over since. Their values are added.
 *
 * @param reports the reports in force
 * @param complete whether these are all of them; values of incomplete reports are not compared
 */
public record Opening(List<Contents> reports, boolean complete) {

    public Opening {
        reports = List.copyOf(reports);
    }

    /** Returns the opening by the agency's own report alone. */
    static Opening ofOwn(Optional<Contents> lastYear) {
        return new Opening(lastYear.stream().toList(), lastYear.isPresent());
    }

    /** Returns whether the value of a cell is known. */
    public boolean has(Cell cell) {
        return complete && !reports.isEmpty() && allHave(cell);
    }

    /** Returns the sum of the known values of a cell. */
    public BigDecimal at(Cell cell) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Contents report : reports) {
            if (report.figures().has(cell)) {
                sum = sum.add(report.figures().at(cell));
            }
        }
        return sum;
    }

    private boolean allHave(Cell cell) {
        for (Contents report : reports) {
            if (!report.figures().has(cell)) {
                return false;
            }
        }
        return true;
    }
}
