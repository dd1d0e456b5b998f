package org.gongkai.rules;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.form.Form;
import org.gongkai.text.Text;

/**
 * A rule that reports are held to.
 *
 * @param id stable name, by what it checks
 * @param severity what breaking it does to a submission
 * @param basis where it comes from; takes the notice that fixed the form
 * @param statement what it demands
 * @param message what to say when it is broken; takes the arguments of the violation
 * @param conditions every place of a form where it applies; none on a form to which it does not
 */
public record Rule(
        String id,
        Severity severity,
        Text basis,
        Text statement,
        Text message,
        Function<Form, List<? extends Condition>> conditions) {

    public Stream<Finding> check(List<? extends Condition> places, Situation situation) {
        return places.stream().flatMap(condition -> condition.check(situation).stream()
                .map(violation -> Finding.of(this, condition, violation)));
    }
}
