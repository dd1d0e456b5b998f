package org.gongkai.audit;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.text.Text;

/**
 * The maximum number of entries in an answer from the audit log.
 *
 * @param value the number
 */
@Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "" + Limit.MAX, defaultValue = "100")
public record Limit(int value) {

    public static final int MAX = 1_000;

    /** Parses the value of the parameter. The framework calls this method. */
    public static Limit fromString(String value) {
        if (!value.matches("[0-9]{1,4}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > MAX) {
            throw ProblemException.ofParameter(ParameterFault.invalid(
                    "limit", value, new Text("应为 1 至 %s 的整数", "Must be an integer from 1 to %s").with(MAX)));
        }
        return new Limit(Integer.parseInt(value));
    }
}
