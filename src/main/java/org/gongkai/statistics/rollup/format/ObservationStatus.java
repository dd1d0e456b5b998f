package org.gongkai.statistics.rollup.format;

import java.util.Optional;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.text.Text;

/** The status of an observation: a remark on a cell of a cube. */
enum ObservationStatus {
    INCOMPLETE("i", new Text("不完整：报告数少于应报数", "incomplete: there are fewer reports than expected")),
    MISSING("m", new Text("缺失：没有报告", "missing: there is no report")),
    WITHHELD(
            "q",
            new Text("不予显示：报告数未达到 minCoverage 的要求", "withheld: there are fewer reports than minCoverage requires")),
    NO_VALUE("n", new Text("无值：除数为零", "no value: the denominator is zero"));

    private final String code;
    private final Text meaning;

    ObservationStatus(String code, Text meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    static Optional<ObservationStatus> of(RollUpRow row) {
        if (row.value() == null) {
            return Optional.of(withoutValue(row));
        }
        return row.reports() < row.expected() ? Optional.of(INCOMPLETE) : Optional.empty();
    }

    private static ObservationStatus withoutValue(RollUpRow row) {
        if (row.reports() == 0) {
            return MISSING;
        }
        return row.denominator() == null ? WITHHELD : NO_VALUE;
    }

    String code() {
        return code;
    }

    Text meaning() {
        return meaning;
    }
}
