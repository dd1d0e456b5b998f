package org.gongkai.report;

import java.util.Arrays;

/** What holds for every count of the form. */
final class Counted {

    private Counted() {}

    /** Refuses a count below 0 or above what the form can hold. */
    static void check(long... counts) {
        if (Arrays.stream(counts).anyMatch(count -> count < 0 || count > Form.MAX_COUNT)) {
            throw new IllegalArgumentException("Not counts: " + Arrays.toString(counts));
        }
    }
}
