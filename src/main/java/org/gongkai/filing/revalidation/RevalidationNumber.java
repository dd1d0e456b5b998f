package org.gongkai.filing.revalidation;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.text.Text;

/**
 * The number of a run, as a parameter.
 *
 * @param value the number
 */
@Schema(type = SchemaType.INTEGER, minimum = "1", examples = "1")
public record RevalidationNumber(long value) {

    /** Parses the value of the parameter; called by the framework. */
    public static RevalidationNumber fromString(String value) {
        if (!value.matches("[0-9]{1,18}")) {
            throw ProblemException.ofParameter(
                    ParameterFault.invalid("id", value, new Text("应为复核编号", "Must be the number of a revalidation")));
        }
        return new RevalidationNumber(Long.parseLong(value));
    }
}
