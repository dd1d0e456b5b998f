package org.gongkai.transcription.table;

import java.util.List;
import org.gongkai.transcription.page.TextNormalizer;

/**
 * A label and the numbers after it, as printed.
 *
 * @param label what stands before the numbers
 * @param values the numbers: the cells of a row, blank ones too, or what running text sets apart by blanks
 * @param cells whether they were cells of a table, so that there are as many as there should be unless some were merged
 */
public record Entry(String label, List<String> values, boolean fromTable) {

    /** Whether anything is printed in it. */
    boolean isBlank() {
        return values.stream().allMatch(String::isBlank);
    }

    /** What is printed, without blank cells. */
    List<String> printed() {
        return values.stream().filter(value -> !value.isBlank()).toList();
    }

    /** As it is printed. */
    String excerpt() {
        String own = label.length() > 60 ? label.substring(label.length() - 60) : label;
        return TextNormalizer.trimmed(own + " " + String.join(fromTable ? " | " : " ", values));
    }
}
