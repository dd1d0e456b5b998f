package org.gongkai.catalogue;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Form;

/**
 * The figures of a statutory form.
 *
 * @param year the requested report year
 * @param form the form for that year, by the year of the notice that defines it
 * @param firstYear the first report year of the form
 * @param applicantTypes the columns of table 三 in print order, without the total
 * @param figures all figures in print order, groups before their parts
 */
public record FormCatalogue(
        @Schema(examples = "2023") int year,

        @Schema(pattern = Form.NAME_PATTERN, examples = "2021")
        String form,

        @Schema(examples = "2021") int firstYear,
        List<CodeEntry> applicantTypes,
        List<FigureEntry> figures) {

    static FormCatalogue of(int year, Form form) {
        return new FormCatalogue(
                year,
                form.name(),
                form.firstYear(),
                form.applicantColumns().stream()
                        .map(column -> new CodeEntry(column.applicantType(), column.label()))
                        .toList(),
                form.figures().stream().map(FigureEntry::of).toList());
    }
}
