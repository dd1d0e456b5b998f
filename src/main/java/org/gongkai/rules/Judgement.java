package org.gongkai.rules;

import java.util.Optional;
import java.util.function.Function;
import org.gongkai.form.Cell;
import org.gongkai.form.FormNode;
import org.gongkai.text.Text;

/**
 * A condition that is not an equation between cells.
 *
 * @param pointer the place that a finding points to
 * @param cell where that place stands on paper; {@code null} for the report as a whole
 * @param formula what must hold there
 * @param judge finds out how it fails
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
