package org.gongkai.http.parameter;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.statutory.Forms;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.text.Text;

/**
 * A report year that filters a list.
 *
 * @param value the year
 */
@Schema(type = SchemaType.INTEGER, maximum = "9999", examples = "2023")
public record YearFilter(int value) {

    /** Parses the value of the parameter. The framework calls this method. */
    public static YearFilter fromString(String value) {
        if (!value.matches("[0-9]{4}") || Forms.of(Integer.parseInt(value)).isEmpty()) {
            throw ProblemException.ofParameter(ParameterFault.invalid(
                    "year",
                    value,
                    new Text("应为年度，最早 %s", "Must be a report year from %s onwards").with(Forms.firstYear())));
        }
        return new YearFilter(Integer.parseInt(value));
    }
}
