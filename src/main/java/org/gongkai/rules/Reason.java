package org.gongkai.rules;

import java.util.Optional;
import org.gongkai.text.Characters;
import org.gongkai.text.Text;

/** Why something is as it is, in somebody's words. */
public final class Reason {

    /** Most Unicode code points of a reason. */
    public static final int MAX_LENGTH = 2_000;

    private static final Text INVALID_LENGTH =
            new Text("应为 1 至 %s 字的文字", "Must be a text of 1 to %s characters").with(MAX_LENGTH);

    private Reason() {}

    /** What keeps a reason from being one: it must say something, and fit. */
    public static Optional<Finding> check(String pointer, String reason) {
        boolean fine = reason != null
                && !reason.isBlank()
                && Characters.areStorable(reason)
                && reason.codePointCount(0, reason.length()) <= MAX_LENGTH;
        return fine ? Optional.empty() : Optional.of(Finding.ofShape(pointer, null, INVALID_LENGTH));
    }
}
