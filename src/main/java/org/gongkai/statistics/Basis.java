package org.gongkai.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Which revisions a roll-up counts. */
enum Basis {
    /** Those in force. */
    ACCEPTED,
    /** Of each report the newest that is in force or waits; for the oversight office only. */
    SUBMITTED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Basis of(String code) {
        return code == null ? ACCEPTED : valueOf(code.toUpperCase(Locale.ROOT));
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Basis::code).toList();
    }
}
