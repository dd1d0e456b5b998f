package org.gongkai.rules;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Cell;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/**
 * A cell that probably explains several findings. With the suggested number and adjusted totals, these findings would
 * disappear, and no other equation would be broken.
 *
 * @param pointer RFC 6901 JSON Pointer to the cell
 * @param cell the place of the cell on paper
 * @param message the suggestion, in the language of the response
 * @param value the number in the cell
 * @param suggested the number that would make the equations hold
 * @param totals pointers to the printed totals that would have to change with it
 * @param explains the findings that would disappear
 * @param alternatives pointers to other cells that explain the same findings equally well
 */
@Schema(name = "Cause")
public record SuspectCellView(
        String pointer,
        String cell,
        String message,
        BigDecimal value,
        BigDecimal suggested,
        List<String> totals,
        List<FindingReference> explains,
        List<String> alternatives) {

    private static final Text MESSAGE =
            new Text("%s：%s 是否应为 %s？如是，可同时解释 %s 处错误", "%s: should %s be %s? That would explain %s faults");

    /**
     * A reference to a finding.
     *
     * @param rule id of the rule of the finding
     * @param pointer pointer of the finding
     */
    public record FindingReference(String rule, String pointer) {}

    public static SuspectCellView of(SuspectCell suspect, Language language) {
        Text message = MESSAGE.with(
                suspect.cell().place(),
                Violation.plain(suspect.value()),
                Violation.plain(suspect.suggested()),
                suspect.explained().size());
        return new SuspectCellView(
                suspect.cell().pointer(),
                suspect.cell().place().in(language),
                message.in(language),
                suspect.value(),
                suspect.suggested(),
                pointers(suspect.totals()),
                suspect.explained().stream()
                        .map(finding -> new FindingReference(finding.rule(), finding.pointer()))
                        .toList(),
                pointers(suspect.alternatives()));
    }

    private static List<String> pointers(List<Cell> cells) {
        return cells.stream().map(Cell::pointer).toList();
    }
}
