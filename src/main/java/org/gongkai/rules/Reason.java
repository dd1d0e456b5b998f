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
            new Text("应为 1 至 %s 字的文字", "Must be a text of 1 to %s characters that is not blank");

    private static final Text SAYS_TOO_LITTLE = new Text(
            "内容过少：至少要有 %s 个不同的字，现有 %s 个；标点、空格、数字和重复的字不计",
            "Says too little: it needs at least %s different letters or ideographs and has %s; punctuation, blanks,"
                    + " digits and repetitions do not count");

    private Reason() {}

    /** Checks that a reason is not blank, is not too long and has no unsafe character. Returns a finding if not. */
    public static Optional<Finding> check(String pointer, String reason) {
        return fault(reason, MAX_LENGTH).map(message -> Finding.ofShape(pointer, null, message));
    }

    /**
     * Checks a reason that must say something. Returns a finding if it does not.
     *
     * @param maxLength maximum length, in Unicode code points
     * @param minContent minimum {@link #content}
     */
    public static Optional<Finding> check(String pointer, String reason, int maxLength, int minContent) {
        return fault(reason, maxLength)
                .or(() -> Optional.of(content(reason))
                        .filter(content -> content < minContent)
                        .map(content -> SAYS_TOO_LITTLE.with(minContent, content)))
                .map(message -> Finding.ofShape(pointer, null, message));
    }

    /**
     * Returns the number of different letters and ideographs of a text. Punctuation, blanks, digits and other symbols do
     * not count; letters that look alike, such as those in full width or in the other case, count once.
     */
    public static int content(String reason) {
        return (int) EqualText.key(reason)
                .codePoints()
                .filter(Character::isLetter)
                .distinct()
                .count();
    }

    private static Optional<Text> fault(String reason, int maxLength) {
        boolean hasLength =
                reason != null && !EqualText.isBlank(reason) && reason.codePointCount(0, reason.length()) <= maxLength;
        return hasLength
                ? UnsafeCharacter.in(reason).map(UnsafeCharacter::message)
                : Optional.of(INVALID_LENGTH.with(maxLength));
    }
}
