package org.gongkai.statistics.rollup;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.registry.Named;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** What a roll-up can be grouped by. */
public enum Dimension {
    YEAR("year", new Text("年度", "Year")),
    DISTRICT("district", new Text("行政区划", "District")),
    CATEGORY("category", new Text("部门类别", "Category")),
    AGENCY("agency", new Text("机关", "Agency")),
    APPLICANT_TYPE("applicantType", new Text("申请人类型", "Type of applicant")),
    FIGURE("figure", new Text("指标", "Figure"));

    private final String code;
    private final Text label;

    Dimension(String code, Text label) {
        this.code = code;
        this.label = label;
    }

    /** The name it is asked for by, and its key in a row. */
    public String code() {
        return code;
    }

    /** Whether it tells reports apart, not the figures in one report. */
    public boolean ofReports() {
        return this != APPLICANT_TYPE && this != FIGURE;
    }

    /** What it is called. */
    public Text label() {
        return label;
    }

    /** Whether its members are those of a register, which has their names. */
    public boolean isRegistered() {
        return this == DISTRICT || this == CATEGORY || this == AGENCY;
    }

    /** The member of this dimension that a row is about. */
    public Named of(RollUpRow row, Language language) {
        return switch (this) {
            case YEAR -> new Named(row.year().toString(), row.year().toString());
            case DISTRICT -> row.district();
            case CATEGORY -> row.category();
            case AGENCY -> row.agency();
            case APPLICANT_TYPE ->
                new Named(
                        row.applicantType(),
                        Names.applicantType(row.applicantType()).in(language));
            case FIGURE -> new Named(row.figure(), Names.figure(row.figure()).in(language));
        };
    }

    /** What the rows of a roll-up differ in: what they are grouped by, and always the figure. */
    public static Set<Dimension> of(RollUp rollUp) {
        Set<Dimension> dimensions = new LinkedHashSet<>();
        rollUp.groupBy().forEach(code -> of(code).ifPresent(dimensions::add));
        dimensions.add(FIGURE);
        return dimensions;
    }

    public static Optional<Dimension> of(String code) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.code.equals(code))
                .findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Dimension::code).toList();
    }
}
