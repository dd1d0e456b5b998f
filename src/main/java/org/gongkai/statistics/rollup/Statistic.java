package org.gongkai.statistics.rollup;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.text.Text;

/** A statistic that rows gain when a query asks for it. */
@Schema(enumeration = {"rank", "percentile", "median", "mean", "quartiles", "share", "change"})
public enum Statistic {
    /** The position among the rows of the same figure, from the highest value. */
    RANK("rank", new Text("位次", "Rank")),
    /** The share of the other rows of the same figure with a lower value, in per cent. */
    PERCENTILE("percentile", new Text("百分位", "Percentile")),
    /** The median of the reports in the row. */
    MEDIAN("median", new Text("中位数", "Median")),
    /** The arithmetic mean of the reports in the row. */
    MEAN("mean", new Text("平均数", "Mean")),
    /** The first and the third quartile of the reports in the row. */
    QUARTILES("quartiles", new Text("四分位数", "Quartiles")),
    /** The share in the sum of the rows of the same figure. */
    SHARE("share", new Text("占比", "Share")),
    /** The change on the year before. */
    CHANGE("change", new Text("比上年增减", "Change on the year before"));

    private final String code;
    private final Text label;

    Statistic(String code, Text label) {
        this.code = code;
        this.label = label;
    }

    /** Returns its name in a query and in a row. */
    @JsonValue
    public String code() {
        return code;
    }

    /** Returns its name for people. */
    public Text label() {
        return label;
    }

    /** Returns whether it compares rows with each other. */
    public boolean comparesRows() {
        return this == RANK || this == PERCENTILE || this == SHARE;
    }

    /** Returns whether it describes the values of the reports in a row. */
    public boolean describesReports() {
        return this == MEDIAN || this == MEAN || this == QUARTILES;
    }

    static Optional<Statistic> of(String code) {
        return Arrays.stream(values())
                .filter(statistic -> statistic.code.equals(code))
                .findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Statistic::code).toList();
    }
}
