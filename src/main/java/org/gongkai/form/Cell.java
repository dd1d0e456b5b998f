package org.gongkai.form;

import org.gongkai.text.Text;

/**
 * One number of the form.
 *
 * @param figure code of its figure
 * @param applicantType the name of its column, {@code total} for the total column; {@code null} if the figure has no
 *     columns
 * @param pointer RFC 6901 JSON Pointer to the cell in the JSON of a report
 * @param row the ordinals of its row without final punctuation, such as {@code 三（三）1}; empty if the form prints none
 * @param label the label of its column, or of its row if there are no columns
 * @param place the place of the cell on paper, for people
 * @param total true if the form prints it as the total of other cells
 */
public record Cell(
        String figure, String applicantType, String pointer, String row, Text label, Text place, boolean total) {}
