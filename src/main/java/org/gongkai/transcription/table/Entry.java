package org.gongkai.transcription.table;

import java.util.List;
import org.gongkai.transcription.page.Excerpt;
import org.gongkai.transcription.page.TextNormalizer;

/**
 * A label and the numbers after it, as printed.
 *
 * @param label the text before the numbers
 * @param values the numbers: the cells of a row, including blank ones, or the numbers in running text separated by
 *     blanks
 * @param fromTable true if they were cells of a table; then their number is right unless cells were merged
 */
public record Entry(String label, List<String> values, boolean fromTable) {

    private static final int MAX_LABEL_LENGTH = 60;

    /** Returns whether all of its cells are blank. */
    boolean isBlank() {
        return values.stream().allMatch(String::isBlank);
    }

    /** Returns the values without blank cells. */
    List<String> printed() {
        return values.stream().filter(value -> !value.isBlank()).toList();
    }

    /** Returns the values as printed, with the end of the label. */
    String excerpt() {
        String end = Excerpt.ofEnd(label, MAX_LABEL_LENGTH);
        return TextNormalizer.trimmed(end + " " + String.join(fromTable ? " | " : " ", values));
    }

    /** Returns the comparable text before the label of a row; all of it if it does not end in that label. */
    String before(String label) {
        String text = TextNormalizer.comparable(this.label);
        int start = text.lastIndexOf(TextNormalizer.comparable(label));
        return start < 0 ? text : text.substring(0, start);
    }
}
