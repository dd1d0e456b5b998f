package org.gongkai.statistics.rollup;

import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.statutory.Forms;
import org.gongkai.text.Text;

/** The names of figures and types of applicant. */
public final class Names {

    private static final Map<String, Text> APPLICANT_TYPES = Forms.newest().applicantColumns().stream()
            .collect(Collectors.toUnmodifiableMap(Cell::applicantType, Cell::label));

    private Names() {}

    /**
     * Returns the name of a figure, with its place on the form: several rows of the form have the same label, such as
     * 总计.
     */
    public static Text figure(String code) {
        return Rate.of(code)
                .map(Rate::label)
                .or(() -> Forms.catalogue().figure(code).map(Names::of))
                .orElseGet(() -> Text.of(code));
    }

    /** Returns the name of a type of applicant: the heading of its column. */
    public static Text applicantType(String code) {
        return APPLICANT_TYPES.getOrDefault(code, Text.of(code));
    }

    /** Returns the place of a figure; for a whole table, which has no place in itself, the label is added. */
    private static Text of(Figure figure) {
        return figure.code().contains(".") ? figure.place() : Text.of("%s · %s").with(figure.place(), figure.label());
    }
}
