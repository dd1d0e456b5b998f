package org.gongkai.filing.revision;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.text.Text;

/**
 * The number of a revision, as a parameter.
 *
 * @param value the number
 */
@Schema(type = SchemaType.INTEGER, minimum = "1", examples = "1")
public record RevisionNumber(int value) {

    /** Parses the value of the parameter; called by the framework. */
    public static RevisionNumber fromString(String value) {
        if (!value.matches("[0-9]{1,9}")) {
            throw ProblemException.ofParameter(
                    ParameterFault.invalid("revision", value, new Text("应为整数版次", "Must be the number of a revision")));
        }
        return new RevisionNumber(Integer.parseInt(value));
    }
}
