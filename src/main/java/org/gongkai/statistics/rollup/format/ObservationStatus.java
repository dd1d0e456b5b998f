package org.gongkai.statistics.rollup.format;

import java.util.Optional;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.text.Text;

/** The status of an observation: a remark on a cell of a cube. */
enum ObservationStatus {
    INCOMPLETE("i", new Text("不完整：报告数少于应报数", "incomplete: there are fewer reports than expected")),
    MISSING("m", new Text("缺失：没有报告", "missing: there is no report")),
    NO_VALUE("n", new Text("无值：除数为零", "no value: the denominator is zero"));

    private final String code;
    private final Text meaning;

    ObservationStatus(String code, Text meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    static Optional<ObservationStatus> of(RollUpRow row) {
        if (row.value() == null) {
            return Optional.of(row.reports() == 0 ? MISSING : NO_VALUE);
        }
        return row.reports() < row.expected() ? Optional.of(INCOMPLETE) : Optional.empty();
    }

    String code() {
        return code;
    }

    Text meaning() {
        return meaning;
    }
}
