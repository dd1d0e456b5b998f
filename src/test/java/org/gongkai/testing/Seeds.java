package org.gongkai.testing;

import java.util.stream.LongStream;

/**
 * The seeds of a test that makes random histories. It makes one, or as many as {@code gongkai.test.histories} says:
 * {@code .ci/run} asks for several.
 */
public final class Seeds {

    /** The name of {@link #ofHistories} for a parameterized test. */
    public static final String OF_HISTORIES = "org.gongkai.testing.Seeds#ofHistories";

    private static final int HISTORIES = Integer.getInteger("gongkai.test.histories", 1);

    private Seeds() {}

    static LongStream ofHistories() {
        return LongStream.rangeClosed(1, HISTORIES);
    }
}
