package org.gongkai.statistics.consolidated;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.registry.code.Named;

/**
 * The texts of a department's report.
 *
 * @param agency the department, by its name of that year
 * @param problems the text of section 五: problems and improvements
 * @param matters the text of section 六: other matters
 */
record SectionTexts(Named agency, String problems, String matters) {

    /** A sentence has words: a bracket alone is none. */
    private static final Pattern WORDS = Pattern.compile("\\p{L}{2}");

    /**
     * A sentence of a department.
     *
     * @param agency the department
     * @param text the sentence as written, without the mark at its end
     */
    record Sentence(Named agency, String text) {

        /** Returns the sentence in quotation marks, with the name of its department. */
        String quoted() {
            return "“%s”（%s）".formatted(text, agency.name());
        }
    }

    /** Returns the sentences of section 五. */
    Stream<Sentence> problemSentences() {
        return sentences(problems);
    }

    /** Returns the sentences of section 六. */
    Stream<Sentence> matterSentences() {
        return sentences(matters);
    }

    private Stream<Sentence> sentences(String text) {
        return Arrays.stream(text.split("[。！？；;\\n]"))
                .map(String::strip)
                .filter(sentence -> WORDS.matcher(sentence).find() && !isReference(sentence))
                .map(sentence -> new Sentence(agency, sentence));
    }

    /** Returns whether a sentence only refers to another document, which cannot be quoted. */
    private static boolean isReference(String sentence) {
        return List.of("详见", "参见", "见附件").stream().anyMatch(sentence::startsWith);
    }
}
