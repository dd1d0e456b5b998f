package org.gongkai.statistics.rollup;

import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.statutory.Forms;
import org.gongkai.text.Text;

/** What figures and types of applicant are called. */
public final class Names {

    private static final Map<String, Text> APPLICANT_TYPES = Forms.newest().applicantColumns().stream()
            .collect(Collectors.toUnmodifiableMap(Cell::applicantType, Cell::label));

    private Names() {}

    /** Where the form has it: labels alone would not do, as several rows of the form are called 总计. */
    public static Text figure(String code) {
        return Rate.of(code)
                .map(Rate::label)
                .or(() -> Forms.catalogue().figure(code).map(Names::of))
                .orElseGet(() -> Text.of(code));
    }

    static Text applicantType(String code) {
        return APPLICANT_TYPES.getOrDefault(code, Text.of(code));
    }

    /** A whole table has no place in it. */
    private static Text of(Figure figure) {
        return figure.code().contains(".") ? figure.place() : Text.of("%s · %s").with(figure.place(), figure.label());
    }
}
