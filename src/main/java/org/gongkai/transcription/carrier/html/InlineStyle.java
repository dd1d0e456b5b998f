package org.gongkai.transcription.carrier.html;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.transcription.page.PaperColor;

/**
 * The effect of declarations of a style on the text of an element.
 *
 * @param declarations the value of each property, in lower case and without blanks
 */
record InlineStyle(Map<String, String> declarations) {

    private static final Set<String> ON_THE_LINE = Set.of("", "baseline", "middle", "inherit", "initial", "0");
    private static final Set<String> PALE = Set.of("white", "transparent", "snow", "ivory", "whitesmoke", "ghostwhite");

    /** The properties with which text is moved out of sight. */
    private static final List<String> SIZES =
            List.of("width", "height", "max-width", "max-height", "line-height", "zoom");

    private static final Set<String> SHAPES =
            Set.of("clip", "clip-path", "transform", "filter", "mask", "unicode-bidi", "content-visibility");
    private static final String IMPORTANT = "!important";
    private static final Pattern WHITESPACE = Pattern.compile("\\s+");
    private static final Pattern ZERO = Pattern.compile("-?0+(?:\\.0*)?(?:px|pt|em|rem|%)?");
    private static final Pattern HEX = Pattern.compile("#([0-9a-f]{3}|[0-9a-f]{6})");
    private static final Pattern RGB =
            Pattern.compile("rgba?\\((\\d{1,3}),(\\d{1,3}),(\\d{1,3})(?:,(\\d*\\.?\\d*)%?)?\\)");

    /** Matches an indent to the left that is more than that of a list. */
    private static final Pattern FAR = Pattern.compile("-(?:\\d{3,}.*|\\d{2,}(?:em|rem|%))");

    private static final double FAINT = 0.1;

    /** Returns the effect of a style. Of a property that is stated several times, the last important value holds, or else the last one. */
    static InlineStyle of(String style) {
        Map<String, String> declarations = new HashMap<>();
        Stream.of(WHITESPACE
                        .matcher(style.toLowerCase(Locale.ROOT))
                        .replaceAll("")
                        .split(";"))
                .sorted(Comparator.comparing(declaration -> declaration.contains(IMPORTANT)))
                .forEach(declaration -> {
                    int colon = declaration.indexOf(':');
                    if (colon > 0) {
                        String value = declaration.substring(colon + 1).replace(IMPORTANT, "");
                        declarations.put(declaration.substring(0, colon), value);
                    }
                });
        return new InlineStyle(declarations);
    }

    private String value(String property) {
        return declarations.getOrDefault(property, "");
    }

    private boolean isZero(String property) {
        return ZERO.matcher(value(property)).matches();
    }

    /** Returns whether a reader sees no text, or sees it struck out. */
    boolean removes() {
        return value("display").startsWith("none")
                || value("visibility").startsWith("hidden")
                || value("visibility").startsWith("collapse")
                || value("mso-hide").startsWith("all")
                || isZero("opacity")
                || isZero("font-size")
                || strikes();
    }

    boolean strikes() {
        return value("text-decoration").contains("line-through")
                || value("text-decoration-line").contains("line-through");
    }

    /** Returns whether the text stands at a height over its line, such as {@code super}. */
    boolean isAligned(String height) {
        return value("vertical-align").startsWith(height);
    }

    /** Returns whether the text has a colour that cannot be told from that of paper. */
    boolean isPale() {
        return isPale(value("color")) || isPale(value("-webkit-text-fill-color"));
    }

    /** Returns whether a colour cannot be told from that of paper. */
    static boolean isPale(String color) {
        Matcher hex = HEX.matcher(color);
        Matcher rgb = RGB.matcher(color);
        if (hex.matches()) {
            String digits = hex.group(1).length() == 3 ? hex.group(1).replaceAll(".", "$0$0") : hex.group(1);
            return PaperColor.is(digits);
        }
        if (rgb.matches()) {
            boolean faint = rgb.group(4) != null && new BigDecimal("0" + rgb.group(4)).doubleValue() <= FAINT;
            return faint
                    || PaperColor.is(
                            Integer.parseInt(rgb.group(1)),
                            Integer.parseInt(rgb.group(2)),
                            Integer.parseInt(rgb.group(3)));
        }
        return PALE.contains(color);
    }

    /** Returns whether the text may be moved off its line or out of sight. */
    boolean isMoved() {
        return value("position").matches("absolute|fixed")
                || !isAtRest("top")
                || !isAtRest("bottom")
                || !isAtRest("mso-text-raise")
                || !ON_THE_LINE.contains(value("vertical-align"))
                || FAR.matcher(value("text-indent")).matches()
                || value("float").equals("right")
                || SIZES.stream().anyMatch(this::isZero)
                || SHAPES.stream().anyMatch(declarations::containsKey);
    }

    /** Returns whether a column is left without a width. */
    boolean isNarrow() {
        return isZero("width") || isZero("max-width");
    }

    /** Returns whether the text may read otherwise than it is written. */
    boolean changesReading() {
        return removes() || isAligned("super") || isAligned("sub") || isPale();
    }

    boolean hasPicture() {
        return value("background").contains("url(") || value("background-image").contains("url(");
    }

    private boolean isAtRest(String property) {
        return !declarations.containsKey(property)
                || isZero(property)
                || value(property).equals("auto");
    }
}
