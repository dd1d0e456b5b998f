package org.gongkai.statistics.rollup;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.registry.code.Named;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** A dimension that a roll-up can be grouped by. */
@Schema(enumeration = {"year", "district", "category", "agency", "applicantType", "figure"})
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

    /** Returns its name in a query and in a row. */
    public String code() {
        return code;
    }

    /** Returns whether it differs between reports, and not between the figures of one report. */
    public boolean ofReports() {
        return this != APPLICANT_TYPE && this != FIGURE;
    }

    /** Returns its name for people. */
    public Text label() {
        return label;
    }

    /** Returns whether its members are entries of a register, which has their names. */
    public boolean isRegistered() {
        return this == DISTRICT || this == CATEGORY || this == AGENCY;
    }

    /** Returns the member of this dimension that a row is about. */
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

    /** Returns the dimensions of a roll-up: those that it is grouped by, and always the figure. */
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
