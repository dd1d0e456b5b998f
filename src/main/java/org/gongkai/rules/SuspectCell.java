package org.gongkai.rules;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/**
 * One cell that probably explains several findings: with the number suggested, and printed totals that follow it, they would be
 * gone, and no equation broken.
 *
 * @param pointer RFC 6901 JSON Pointer to the cell
 * @param cell where it stands on paper
 * @param message the suggestion, in the language asked for
 * @param value the number it holds
 * @param suggested the number that would make the equations hold
 * @param totals pointers to the printed totals that would have to follow it
 * @param explains the findings that would be gone
 * @param alternatives pointers to cells that explain the same findings just as well
 */
public record SuspectCell(
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
     * Names a finding.
     *
     * @param rule id of its rule
     * @param pointer its pointer
     */
    public record FindingReference(String rule, String pointer) {}

    public static SuspectCell of(SuspectCellView cause, Language language) {
        Text message = MESSAGE.with(
                cause.cell().place(),
                Violation.plain(cause.value()),
                Violation.plain(cause.suggested()),
                cause.explained().size());
        return new SuspectCell(
                cause.cell().pointer(),
                cause.cell().place().in(language),
                message.in(language),
                cause.value(),
                cause.suggested(),
                pointers(cause.totals()),
                cause.explained().stream()
                        .map(finding -> new FindingReference(finding.rule(), finding.pointer()))
                        .toList(),
                pointers(cause.alternatives()));
    }

    private static List<String> pointers(List<Cell> cells) {
        return cells.stream().map(Cell::pointer).toList();
    }
}
