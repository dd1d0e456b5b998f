package org.gongkai.filing.diagnosis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.text.Characters;

/** Splits texts into sentences that can be compared: without blanks, and without the number of a year. */
final class Sentences {

    /** A shorter sentence may be the same by chance. */
    static final int MIN_LENGTH = 30;

    private static final Pattern END = Pattern.compile("(?<=[。！？!?；;])|\\R");
    private static final Pattern YEAR = Pattern.compile("20\\d\\d(?=年)");

    private Sentences() {}

    /** Returns the long sentences of a text, as written, by their comparable form, in their order. */
    static Map<String, String> of(String text) {
        return END.splitAsStream(text)
                .map(String::strip)
                .filter(sentence -> comparable(sentence).length() >= MIN_LENGTH)
                .collect(Collectors.toMap(
                        Sentences::comparable, sentence -> sentence, (one, same) -> one, LinkedHashMap::new));
    }

    /** Returns the long sentences of a text in their comparable form, of several texts together. */
    static Set<String> comparable(String... texts) {
        return Arrays.stream(texts).flatMap(text -> of(text).keySet().stream()).collect(Collectors.toSet());
    }

    private static String comparable(String sentence) {
        String printed = sentence.codePoints()
                .filter(character -> !Characters.isBlank(character) && !Characters.isInvisible(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return YEAR.matcher(printed).replaceAll("");
    }
}
