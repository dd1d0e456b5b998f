package org.gongkai.statistics.bi;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.cycle.ObligationState;
import org.gongkai.form.Unit;
import org.gongkai.form.statutory.Forms;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.statistics.rollup.Names;
import org.gongkai.text.Text;

/**
 * The text of a code in the views for BI tools.
 *
 * @param list the list that the code belongs to
 * @param code the code
 * @param text its text for people
 */
record CodeLabel(String list, String code, Text text) {

    /** Returns the texts of all codes. Figures and types of applicant are named as in roll-ups. */
    static Stream<CodeLabel> all() {
        return Stream.of(
                        Forms.catalogue().figures().stream()
                                .map(figure -> new CodeLabel("figure", figure.code(), Names.figure(figure.code()))),
                        Forms.applicantTypes().stream()
                                .map(type -> new CodeLabel("applicantType", type, Names.applicantType(type))),
                        of("unit", Unit.values(), CodeLabel::code, Unit::label),
                        of("kind", AgencyKind.values(), AgencyKind::name, AgencyKind::label),
                        of("state", ObligationState.values(), ObligationState::name, ObligationState::label))
                .flatMap(labels -> labels);
    }

    /** Returns the code of a unit, as the catalogue of figures publishes it. */
    static String code(Unit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    private static <T> Stream<CodeLabel> of(String list, T[] values, Function<T, String> code, Function<T, Text> text) {
        return Arrays.stream(values).map(value -> new CodeLabel(list, code.apply(value), text.apply(value)));
    }
}
