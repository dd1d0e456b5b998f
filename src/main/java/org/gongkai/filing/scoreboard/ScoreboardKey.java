package org.gongkai.filing.scoreboard;

import java.util.Arrays;
import java.util.List;

/** A key by which the scoreboard can be grouped. */
enum ScoreboardKey {
    YEAR("year"),
    DISTRICT("district"),
    CATEGORY("category"),
    AGENCY("agency"),
    RULE("rule");

    private final String code;

    ScoreboardKey(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(ScoreboardKey::code).toList();
    }

    /** Returns the key with a code that has been checked. */
    static ScoreboardKey of(String code) {
        return Arrays.stream(values())
                .filter(key -> key.code.equals(code))
                .findFirst()
                .orElseThrow();
    }
}
