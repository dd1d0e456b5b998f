package org.gongkai.registry.entry;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.text.EqualText;
import org.gongkai.text.Text;

/**
 * Telephone numbers of mainland China: a landline with or without area code and extension, a mobile, a 400 or 800 number,
 * or a hotline such as 12345. Several numbers are separated by 、.
 */
public final class Telephone {

    /** Maximum number of characters of all numbers of an agency, as stored. */
    public static final int MAX_LENGTH = 60;

    static final Text INVALID = new Text(
            "应为电话号码：座机（0733-28681234，分机加“转8012”）、手机（13800138000）或 400 号码；多个号码以“、”分隔",
            "Must be a telephone number: a landline (0733-28681234, an extension after 转), a mobile (13800138000) or a 400"
                    + " number; separate several by 、");

    private static final Pattern COUNTRY = Pattern.compile("^(?:\\+|00)86[- ]?");
    private static final Pattern SEPARATORS = Pattern.compile("\\s*[、,;/]\\s*");
    private static final Pattern AREA_IN_BRACKETS = Pattern.compile("^\\((0\\d{2,3})\\)\\s*");
    private static final Pattern DASHES = Pattern.compile("\\s*[\u2010-\u2015\u2212~-]\\s*");

    /** The area codes of three digits are those of Beijing and 02x. Numbers of subscribers begin with 2 to 9. */
    private static final Pattern LANDLINE = Pattern.compile(
            "(?:(010|02\\d|0[3-9]\\d{2})[- ]?)?([2-9]\\d{6,7})(?:\\s*(?:-|转|分机|-转|[eE][xX][tT]\\.?)\\s*(\\d{1,6}))?");

    private static final Pattern MOBILE = Pattern.compile("(1[3-9]\\d)[- ]?(\\d{4})[- ]?(\\d{4})");
    private static final Pattern SERVICE = Pattern.compile("([48]00)[- ]?(\\d{3})[- ]?(\\d{4})");
    private static final Pattern HOTLINE = Pattern.compile("(?:12|95|96)\\d{3}");

    private Telephone() {}

    /** Returns the numbers in one spelling, such as 0733-28681234转8012; empty if any is not a telephone number. */
    static Optional<String> folded(String given) {
        String unified =
                DASHES.matcher(EqualText.trimmed(EqualText.unified(given))).replaceAll("-");
        Stream<Optional<String>> numbers =
                Arrays.stream(SEPARATORS.split(unified, -1)).map(Telephone::number);
        String folded = numbers.map(number -> number.orElse("")).collect(Collectors.joining("、"));
        boolean isValid = folded.length() <= MAX_LENGTH
                && !folded.isEmpty()
                && Arrays.stream(folded.split("、", -1)).noneMatch(String::isEmpty);
        return isValid ? Optional.of(folded) : Optional.empty();
    }

    private static Optional<String> number(String given) {
        String national = COUNTRY.matcher(given).replaceFirst("");
        Matcher landline = LANDLINE.matcher(AREA_IN_BRACKETS.matcher(national).replaceFirst("$1-"));
        if (landline.matches()) {
            return Optional.of(landline(landline.group(1), landline.group(2), landline.group(3)));
        }
        return Stream.of(
                        spelled(MOBILE, national, "$1$2$3"),
                        spelled(SERVICE, national, "$1-$2-$3"),
                        spelled(HOTLINE, national, "$0"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String landline(String area, String number, String extension) {
        return (area == null ? "" : area + "-") + number + (extension == null ? "" : "转" + extension);
    }

    private static Optional<String> spelled(Pattern pattern, String number, String spelling) {
        Matcher matcher = pattern.matcher(number);
        return matcher.matches() ? Optional.of(matcher.replaceFirst(spelling)) : Optional.empty();
    }
}
