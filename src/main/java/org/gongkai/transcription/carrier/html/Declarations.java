package org.gongkai.transcription.carrier.html;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The declarations of a style. Each pattern is applied to one declaration from its beginning, so that the time grows with the length of
 * the style only.
 */
final class Declarations {

    /** Matches declarations under which a reader sees no text, or text that is struck out. */
    private static final Pattern HIDING =
            Pattern.compile("(?:display:none|visibility:(?:hidden|collapse)|mso-hide:all).*|opacity:0(?:\\.0*)?"
                    + "|font-size:0(?:\\.0*)?(?:px|pt|em|rem|%)?(?:!.*)?|text-decoration(?:-line)?:.*line-through.*");

    private static final Pattern RAISING = Pattern.compile("vertical-align:(?:super|sub).*");
    private static final Pattern STRIKING = Pattern.compile(".*line-through.*");
    private static final Pattern NO_WIDTH = Pattern.compile("(?:max-)?width:0+(?:\\.0*)?(?:px|pt|em|%)?(?:!.*)?");

    private final List<String> declarations;

    private Declarations(String style) {
        this.declarations = style.isEmpty()
                ? List.of()
                : Arrays.stream(style.toLowerCase(Locale.ROOT)
                                .replaceAll("\\s+", " ")
                                .replaceAll(" ?([:!]) ?", "$1")
                                .split(";"))
                        .map(String::strip)
                        .toList();
    }

    static Declarations of(String style) {
        return new Declarations(style);
    }

    /** Returns whether they hide text, or strike it out. */
    boolean hide() {
        return any(HIDING);
    }

    boolean raise() {
        return any(RAISING);
    }

    boolean strike() {
        return any(STRIKING);
    }

    /** Returns whether they leave a column without a width. */
    boolean narrow() {
        return any(NO_WIDTH);
    }

    private boolean any(Pattern pattern) {
        return declarations.stream()
                .anyMatch(declaration -> pattern.matcher(declaration).matches());
    }
}
