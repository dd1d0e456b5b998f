package org.gongkai.filing;

import java.util.Arrays;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;

/** Where a revision stands. */
public enum RevisionStatus {
    /** Waits for the oversight office. */
    SUBMITTED,
    /** In force: this is what roll-ups count. */
    ACCEPTED,
    /** Sent back by the oversight office. */
    RETURNED,
    /** Was in force until a newer one was accepted. */
    SUPERSEDED;

    /** Called by the framework with the value of a parameter. */
    public static RevisionStatus fromString(String name) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.ofParameter(ParameterFault.unknownValue(
                        "status",
                        name,
                        Arrays.stream(values()).map(RevisionStatus::name).toList())));
    }
}
