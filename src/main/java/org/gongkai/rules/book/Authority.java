package org.gongkai.rules.book;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.rules.Condition;
import org.gongkai.rules.Judgement;
import org.gongkai.rules.Situation;
import org.gongkai.rules.Violation;
import org.gongkai.text.BeijingTime;
import org.gongkai.text.Text;

/** Checks legal limits: the power to make rules, the deadline, and the duty to issue fee notices. */
final class Authority {

    private static final Text NO_RULES = new Text("无规章制定权的机关应为 0", "0 for an agency without the power to make rules");

    private Authority() {}

    /**
     * Returns the conditions of an agency without the power to make rules (规章). Only departments of the State Council,
     * provinces and cities divided into districts have that power.
     */
    static List<Condition> ruleMaking(Form form) {
        Figure rules = form.figure("proactiveDisclosure.rules").orElseThrow();
        return rules.leaves().stream()
                .flatMap(code -> form.figure(code).orElseThrow().cells().stream())
                .<Condition>map(cell -> Judgement.of(cell, NO_RULES, situation -> hasRules(cell, situation)))
                .toList();
    }

    /** Returns the condition that the agency alone reports on its tasks: neither its predecessor nor its successor does. */
    static List<Condition> succession(Form form) {
        Text formula =
                new Text("同一年度仅由前身或承继机关之一报送", "Either the agency or its predecessor or successor reports on a year");
        return List.of(new Judgement("", null, formula, situation -> isReportedByRelative(situation, formula)));
    }

    private static Optional<Violation> isReportedByRelative(Situation situation, Text formula) {
        String codes = String.join(", ", situation.relatives());
        return codes.isEmpty() ? Optional.empty() : Optional.of(Violation.ofText(formula, codes, List.of(codes)));
    }

    /** Returns the condition of the deadline of Article 49. */
    static List<Condition> late(Form form) {
        Text formula = new Text("首次报送 ≤ 法定期限", "first submission ≤ statutory deadline");
        return List.of(new Judgement("", null, formula, Authority::isLate));
    }

    /** Returns the condition of fee notices: a request can only be closed for an unpaid fee if a notice was issued. */
    static List<Condition> feeNotices(Form form) {
        Text formula = new Text("三（六）2 > 0 时应已发出收费通知", "三（六）2 > 0 only if fee notices were issued");
        return form.figure("requests.outcomes.otherHandling.feeUnpaid").flatMap(Figure::total).stream()
                .<Condition>map(cell -> Judgement.of(cell, formula, situation -> isPositive(cell, situation, formula)))
                .toList();
    }

    private static Optional<Violation> hasRules(Cell cell, Situation situation) {
        return situation.mayMakeRules() ? Optional.empty() : isPositive(cell, situation, NO_RULES);
    }

    private static Optional<Violation> isPositive(Cell cell, Situation situation, Text formula) {
        return Optional.of(situation.report().figures())
                .filter(figures -> figures.has(cell))
                .map(figures -> figures.at(cell))
                .filter(value -> value.signum() > 0)
                .map(value -> Violation.ofNumbers(
                        formula, value, BigDecimal.ZERO, List.of(cell.label(), Violation.plain(value))));
    }

    private static Optional<Violation> isLate(Situation situation) {
        if (situation.firstSubmitted().isBefore(situation.due())) {
            return Optional.empty();
        }
        Text deadline = BeijingTime.written(BeijingTime.dayOf(situation.due()).minusDays(1));
        Text formula = new Text("首次报送 > 期限[%s]", "first submission > deadline[%s]").with(deadline);
        return Optional.of(Violation.ofText(formula, BeijingTime.toTheMinute(situation.due()), List.of(deadline)));
    }
}
