package org.gongkai.rules;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.form.Form;
import org.gongkai.text.Text;

/**
 * A rule for reports.
 *
 * @param id stable name that says what the rule checks
 * @param severity the consequence of a violation for the submission
 * @param basis the legal basis; a placeholder stands for the notice that prescribes the form
 * @param statement the demand
 * @param message the message for a violation; its placeholders stand for the arguments of the violation
 * @param thresholds the bounds that the rule compares with
 * @param conditions all conditions of the rule on a form, with values of its thresholds; none if the rule does not apply
 *     to the form
 */
public record Rule(
        String id,
        Severity severity,
        Text basis,
        Text statement,
        Text message,
        List<Threshold> thresholds,
        BiFunction<Form, Thresholds, List<? extends Condition>> conditions) {

    /** The format of ids, as a regular expression: capital letters and digits, in parts separated by hyphens. */
    public static final String ID_PATTERN = "^[A-Z0-9]+(-[A-Z0-9]+)*$";

    public Rule {
        if (!id.matches(ID_PATTERN)) {
            throw new IllegalArgumentException("Not the id of a rule: " + id);
        }
        thresholds = List.copyOf(thresholds);
    }

    /** Creates a rule without thresholds. */
    public Rule(
            String id,
            Severity severity,
            Text basis,
            Text statement,
            Text message,
            Function<Form, List<? extends Condition>> conditions) {
        this(id, severity, basis, statement, message, List.of(), (form, thresholds) -> conditions.apply(form));
    }

    /** Returns the same rule with another severity. */
    public Rule withSeverity(Severity other) {
        return new Rule(id, other, basis, statement, message, thresholds, conditions);
    }

    /** Checks the conditions of the rule, which are those of one form. */
    public Stream<Finding> check(List<? extends Condition> places, Situation situation) {
        return places.stream().flatMap(condition -> condition.check(situation).stream()
                .map(violation -> Finding.of(this, condition, violation)));
    }
}
