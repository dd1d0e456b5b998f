package org.gongkai.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Cell;
import org.gongkai.text.Language;
import org.gongkai.text.Pointers;
import org.gongkai.text.Text;

/**
 * A cell whose number is probably wrong. With the suggested numbers of all causes, and with their totals adjusted, the
 * explained findings would disappear, and no other equation would be broken.
 *
 * @param pointer RFC 6901 JSON Pointer to the cell
 * @param cell the place of the cell on paper
 * @param fault the kind of the probable fault: a wrong number, two numbers exchanged, or a total left at 0
 * @param message the suggestion, in the language of the response
 * @param value the number in the cell
 * @param suggested the number that it should contain
 * @param exchangedWith pointer to the cell with which the number is exchanged; absent for other faults
 * @param totals pointers to the printed totals that would have to change with it
 * @param explains the findings that would disappear
 * @param alternatives pointers to other cells that explain the same findings equally well
 */
@Schema(name = "Cause")
public record SuspectCellView(
        @Schema(format = Pointers.FORMAT) String pointer,
        String cell,
        SuspectCell.Fault fault,
        String message,
        BigDecimal value,
        BigDecimal suggested,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(format = Pointers.FORMAT)
        String exchangedWith,

        @Schema(format = Pointers.FORMAT) List<String> totals,
        List<FindingReference> explains,
        @Schema(format = Pointers.FORMAT) List<String> alternatives) {

    private static final Text NUMBER =
            new Text("%s：%s 是否应为 %s？如是，可同时解释 %s 处错误", "%s: should %s be %s? That would explain %s faults");
    private static final Text EXCHANGED = new Text(
            "%s：%s 是否与%s的 %s 填反？如是，可解释 %s 处错误",
            "%s: is its number %s exchanged with that of %s, %s? That would explain %s fault(s)");
    private static final Text EMPTY_TOTAL = new Text(
            "%s：为 0，是否漏填？各项之和为 %s；如是，可解释 %s 处错误",
            "%s: it is 0; was it left empty? Its parts add up to %s. That would explain %s fault(s)");

    /**
     * A reference to a finding.
     *
     * @param rule id of the rule of the finding
     * @param pointer pointer of the finding
     */
    public record FindingReference(
            @Schema(pattern = Rule.ID_PATTERN) String rule,
            @Schema(format = Pointers.FORMAT) String pointer) {}

    public static SuspectCellView of(SuspectCell suspect, Language language) {
        Cell partner = suspect.exchangedWith();
        return new SuspectCellView(
                suspect.cell().pointer(),
                suspect.cell().place().in(language),
                suspect.fault(),
                message(suspect).in(language),
                suspect.value(),
                suspect.suggested(),
                partner == null ? null : partner.pointer(),
                pointers(suspect.totals()),
                suspect.explained().stream()
                        .map(finding -> new FindingReference(finding.rule(), finding.pointer()))
                        .toList(),
                pointers(suspect.alternatives()));
    }

    private static Text message(SuspectCell suspect) {
        Text place = suspect.cell().place();
        String value = Violation.plain(suspect.value());
        String suggested = Violation.plain(suspect.suggested());
        int explained = suspect.explained().size();
        return switch (suspect.fault()) {
            case NUMBER -> NUMBER.with(place, value, suggested, explained);
            case EXCHANGED ->
                EXCHANGED.with(place, value, suspect.exchangedWith().place(), suggested, explained);
            case EMPTY_TOTAL -> EMPTY_TOTAL.with(place, suggested, explained);
        };
    }

    private static List<String> pointers(List<Cell> cells) {
        return cells.stream().map(Cell::pointer).toList();
    }
}
