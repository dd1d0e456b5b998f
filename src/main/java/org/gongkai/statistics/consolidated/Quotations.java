package org.gongkai.statistics.consolidated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.statistics.consolidated.SectionTexts.Sentence;

/**
 * Sentences of departments in a draft.
 *
 * @param sentences the sentences, by the code of the department and then as written
 */
record Quotations(List<Sentence> sentences) {

    boolean isEmpty() {
        return sentences.isEmpty();
    }

    /** Returns the number of departments that the sentences are from. */
    long departments() {
        return sentences.stream().map(Sentence::agency).distinct().count();
    }

    /** Quotes the first sentence of each department, for as many departments as are wanted. */
    String of(int departments) {
        Map<String, Sentence> first = new LinkedHashMap<>();
        sentences.forEach(sentence -> first.putIfAbsent(sentence.agency().code(), sentence));
        return first.values().stream().limit(departments).map(Sentence::quoted).collect(Collectors.joining("；"));
    }
}
