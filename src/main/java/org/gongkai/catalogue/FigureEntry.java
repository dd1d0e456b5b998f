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
import org.gongkai.text.Text;

/**
 * A figure of the form: a row, or a group of rows taken together.
 *
 * @param code path of the figure, which is what {@code figure} takes in a roll-up
 * @param label the statutory label, and its English
 * @param table number of the table, which is also the number of the section: 2 to 4
 * @param row the ordinals in front of the label as the form prints them; empty where it prints none
 * @param place where it stands on paper, for people
 * @param role whether it stands for itself, is a printed total, or is a group the form prints no number for
 * @param measure whether it may be added up over years; absent for a group that mixes flows and stocks
 * @param unit what it counts; absent for a group whose parts differ in it
 * @param additive whether it can be asked for in a roll-up
 * @param forms the forms on which the figure means the same, by the year of the notice; over their years it can be added up
 * @param leaves codes of the leaf figures it is made of, and when additive is the sum of; itself for a leaf
 * @param cells its numbers in print order, one per column; empty for a group
 */
public record FigureEntry(
        @Schema(examples = "requests.outcomes.refused.stateSecret")
        String code,

        Text label,
        @Schema(minimum = "2", maximum = "4") int table,
        @Schema(examples = "三（三）1.") String row,
        Text place,
        FigureRole role,
        @JsonInclude(JsonInclude.Include.NON_NULL) Measure measure,
        @JsonInclude(JsonInclude.Include.NON_NULL) CodeEntry unit,
        boolean additive,
        List<String> forms,
        List<String> leaves,
        List<CellEntry> cells) {

    /**
     * One number of a figure.
     *
     * @param pointer RFC 6901 JSON Pointer to it in a report
     * @param applicantType the column it stands in, {@code total} for the total column; absent where the figure has no columns
     * @param total whether the form prints it as the total of other cells
     */
    public record CellEntry(
            @Schema(examples = "/requests/newlyReceived/naturalPerson")
            String pointer,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "naturalPerson")
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
