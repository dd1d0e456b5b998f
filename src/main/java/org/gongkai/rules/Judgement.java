package org.gongkai.rules;

import java.util.Optional;
import java.util.function.Function;
import org.gongkai.form.Cell;
import org.gongkai.form.FormNode;
import org.gongkai.text.Text;

/**
 * A condition other than an equation between cells.
 *
 * @param pointer RFC 6901 JSON Pointer of its findings
 * @param cell that place on paper; {@code null} for the report as a whole
 * @param formula the demand
 * @param judge returns the violation, if there is one
 */
public record Judgement(String pointer, Text cell, Text formula, Function<Situation, Optional<Violation>> judge)
        implements Condition {

    public static Judgement of(Cell cell, Text formula, Function<Situation, Optional<Violation>> judge) {
        return new Judgement(cell.pointer(), cell.place(), formula, judge);
    }

    public static Judgement of(FormNode section, Text formula, Function<Situation, Optional<Violation>> judge) {
        return new Judgement(section.pointer(), section.place(), formula, judge);
    }

    @Override
    public Optional<Violation> check(Situation situation) {
        return judge.apply(situation);
    }
}
