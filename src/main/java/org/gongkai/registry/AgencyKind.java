package org.gongkai.registry;

import java.util.Arrays;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;

/** Whose report it is. */
public enum AgencyKind {
    /** A department reports on itself; its figures enter roll-ups. */
    DEPARTMENT,
    /** A government reports on all its departments together; its figures would count them twice, so they never enter roll-ups. */
    GOVERNMENT;

    /** Called by the framework with the value of a parameter. */
    public static AgencyKind fromString(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.ofParameter(ParameterFault.unknownValue(
                        "kind",
                        name,
                        Arrays.stream(values()).map(AgencyKind::name).toList())));
    }
}
