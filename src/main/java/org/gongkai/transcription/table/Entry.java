package org.gongkai.transcription.table;

import java.util.Collections;
import java.util.List;
import org.gongkai.transcription.page.Excerpt;
import org.gongkai.transcription.page.TextNormalizer;
import org.gongkai.transcription.place.Place;

/**
 * A label and the numbers after it, as printed.
 *
 * @param label the text before the numbers
 * @param values the numbers: the cells of a row, including blank ones, or the numbers in running text separated by
 *     blanks
 * @param lines the lines on which the numbers stand
 */
public record Entry(String label, List<PrintedValue> values, Lines lines) {

    /** The lines on which numbers stand. */
    public enum Lines {
        /** They are cells of one row of a table: the number of cells is right unless cells were merged. */
        CELLS,
        /** They stand on one line, or each on a line of its own. */
        REGULAR,
        /** They stand on several lines, one of which has several of them. */
        MIXED
    }

    private static final int MAX_LABEL_LENGTH = 60;

    boolean fromTable() {
        return lines == Lines.CELLS;
    }

    /** Returns whether all of its cells are blank. */
    boolean isBlank() {
        return values.stream().allMatch(PrintedValue::isBlank);
    }

    /** Returns the texts of the values. */
    List<String> texts() {
        return values.stream().map(PrintedValue::text).toList();
    }

    /** Returns the texts of the values without blank cells. */
    List<String> printed() {
        return texts().stream().filter(text -> !text.isBlank()).toList();
    }

    /** Returns the number of digits that are printed. */
    int digits() {
        return printed().stream().mapToInt(String::length).sum();
    }

    /** Returns the place of the values that are not blank; of all values if there are no others. */
    Place place() {
        List<PrintedValue> printed = isBlank()
                ? values
                : values.stream().filter(value -> !value.isBlank()).toList();
        return Place.around(printed.stream().map(PrintedValue::place).toList());
    }

    /** Returns other texts that stand for the values. Which text stands in which cell is not known. */
    List<PrintedValue> readAs(List<String> texts) {
        Place place = place();
        return texts.stream().map(text -> new PrintedValue(text, place)).toList();
    }

    /** Returns a number of blank values at the place of the values. */
    List<PrintedValue> blanks(int count) {
        return readAs(Collections.nCopies(count, ""));
    }

    /** Returns the values as printed, with the end of the label. */
    String excerpt() {
        String end = Excerpt.ofEnd(label, MAX_LABEL_LENGTH);
        return TextNormalizer.trimmed(end + " " + String.join(fromTable() ? " | " : " ", texts()));
    }

    /** Returns the comparable text before the label of a row; all of it if it does not end in that label. */
    String before(String label) {
        String text = TextNormalizer.comparable(this.label);
        int start = text.lastIndexOf(TextNormalizer.comparable(label));
        return start < 0 ? text : text.substring(0, start);
    }
}
