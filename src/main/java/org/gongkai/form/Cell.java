package org.gongkai.form;

import org.gongkai.text.Text;

/**
 * One number of the form.
 *
 * @param figure code of the figure it belongs to
 * @param applicantType the column it stands in, {@code total} for the total column; {@code null} where the figure has no
 *     columns
 * @param pointer RFC 6901 JSON Pointer to it in a report's JSON
 * @param row the ordinals of its row without punctuation at the end, such as {@code 三（三）1}; empty where the form prints none
 * @param label the label nearest to it: of its column, or of its row where there are no columns
 * @param place where it stands on paper, for people
 * @param total whether the form prints it as the total of other cells
 */
public record Cell(
        String figure, String applicantType, String pointer, String row, Text label, Text place, boolean total) {}
