package org.gongkai.filing.diagnosis;

import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.text.Text;

/**
 * The choice of a revision, as a parameter: a number, or {@code latest}.
 *
 * @param number the number; empty for the newest revision, or for the one in force
 * @param isLatest whether it is the newest revision
 */
@Schema(type = SchemaType.STRING, pattern = RevisionChoice.PATTERN, examples = "latest")
public record RevisionChoice(OptionalInt number, boolean isLatest) {

    static final String PATTERN = "^(latest|[0-9]{1,9})$";

    /** The revision in force. */
    static final RevisionChoice IN_FORCE = new RevisionChoice(OptionalInt.empty(), false);

    private static final String LATEST = "latest";

    /** Parses the value of the parameter; called by the framework. */
    public static RevisionChoice fromString(String value) {
        if (!value.matches(PATTERN)) {
            throw ProblemException.ofParameter(ParameterFault.invalid(
                    "revision", value, new Text("应为版次或 latest", "Must be the number of a revision, or latest")));
        }
        return value.equals(LATEST)
                ? new RevisionChoice(OptionalInt.empty(), true)
                : new RevisionChoice(OptionalInt.of(Integer.parseInt(value)), false);
    }
}
