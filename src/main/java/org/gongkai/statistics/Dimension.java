package org.gongkai.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a roll-up can be grouped by. */
enum Dimension {
    YEAR("year"),
    DISTRICT("district"),
    CATEGORY("category"),
    AGENCY("agency"),
    APPLICANT_TYPE("applicantType"),
    FIGURE("figure");

    private final String code;

    Dimension(String code) {
        this.code = code;
    }

    /** The name it is asked for by, and its key in a row. */
    String code() {
        return code;
    }

    /** Whether it tells reports apart, not the figures in one report. */
    boolean ofReports() {
        return this != APPLICANT_TYPE && this != FIGURE;
    }

    static Optional<Dimension> of(String code) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.code.equals(code))
                .findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Dimension::code).toList();
    }
}
