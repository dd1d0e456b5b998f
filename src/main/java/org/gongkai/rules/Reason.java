package org.gongkai.rules;

import java.util.Optional;
import org.gongkai.text.EqualText;
import org.gongkai.text.Text;
import org.gongkai.text.UnsafeCharacter;

/** Checks reasons, which are free texts of a user. */
public final class Reason {

    /** Maximum length of a reason, in Unicode code points. */
    public static final int MAX_LENGTH = 2_000;

    private static final Text INVALID_LENGTH =
            new Text("应为 1 至 %s 字的文字", "Must be a text of 1 to %s characters that is not blank").with(MAX_LENGTH);

    private Reason() {}

    /** Checks that a reason is not blank, is not too long and has no unsafe character. Returns a finding if not. */
    public static Optional<Finding> check(String pointer, String reason) {
        boolean hasLength =
                reason != null && !EqualText.isBlank(reason) && reason.codePointCount(0, reason.length()) <= MAX_LENGTH;
        Optional<Text> fault =
                hasLength ? UnsafeCharacter.in(reason).map(UnsafeCharacter::message) : Optional.of(INVALID_LENGTH);
        return fault.map(message -> Finding.ofShape(pointer, null, message));
    }
}
