package org.gongkai.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.FigureRole;
import org.gongkai.form.Form;
import org.gongkai.form.Measure;
import org.gongkai.form.statutory.Forms;
import org.gongkai.text.Pointers;
import org.gongkai.text.Text;

/**
 * A figure of the form: a row, or a group of rows.
 *
 * @param code path of the figure; the value of the parameter {@code figure} of roll-ups
 * @param label the statutory label and its English translation
 * @param table number of the table, which is also the number of the section: 2 to 4
 * @param row the ordinals that the form prints before the label; empty if it prints none
 * @param place the place in the printed form, for people
 * @param role the role: a plain figure, a printed total, or a group without a printed number
 * @param measure the kind of measure, which says if the figure may be summed over years; absent for a group that
 *     mixes flows and stocks
 * @param unit the unit; absent for a group whose parts have different units
 * @param additive true if a roll-up can sum the figure
 * @param forms the forms in which the figure has the same meaning, by the year of the notice; the figure can be
 *     summed over their years
 * @param leaves codes of the leaf figures that belong to it; an additive figure is their sum; a leaf lists itself
 * @param cells its numbers in print order, one per column; empty for a group
 */
public record FigureEntry(
        @Schema(pattern = Figure.CODE_PATTERN, examples = "requests.outcomes.refused.stateSecret")
        String code,

        Text label,
        @Schema(minimum = "2", maximum = "4") int table,
        @Schema(examples = "三（三）1.") String row,
        Text place,
        FigureRole role,
        @JsonInclude(JsonInclude.Include.NON_NULL) Measure measure,
        @JsonInclude(JsonInclude.Include.NON_NULL) CodeEntry unit,
        boolean additive,
        @Schema(pattern = Form.NAME_PATTERN) List<String> forms,
        @Schema(pattern = Figure.CODE_PATTERN) List<String> leaves,
        List<CellEntry> cells) {

    /**
     * One number of a figure.
     *
     * @param pointer RFC 6901 JSON Pointer to the number in a report
     * @param applicantType the column of the number, {@code total} for the total column; absent if the figure has
     *     no columns
     * @param total true if the form prints the number as the total of other cells
     */
    public record CellEntry(
            @Schema(format = Pointers.FORMAT, examples = "/requests/newlyReceived/naturalPerson")
            String pointer,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(pattern = Figure.NAME_PATTERN, examples = "naturalPerson")
            String applicantType,

            boolean total) {

        static CellEntry of(Cell cell) {
            return new CellEntry(cell.pointer(), cell.applicantType(), cell.total());
        }
    }

    static FigureEntry of(Figure figure) {
        return new FigureEntry(
                figure.code(),
                figure.label(),
                figure.table(),
                figure.position(),
                figure.place(),
                figure.role(),
                figure.measure(),
                figure.unit() == null
                        ? null
                        : new CodeEntry(
                                figure.unit().name().toLowerCase(Locale.ROOT),
                                figure.unit().label()),
                figure.additive(),
                Forms.all().stream()
                        .filter(form -> form.figure(figure.code()).isPresent())
                        .map(Form::name)
                        .toList(),
                figure.leaves(),
                figure.cells().stream().map(CellEntry::of).toList());
    }
}
