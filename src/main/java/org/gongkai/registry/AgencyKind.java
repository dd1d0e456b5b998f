package org.gongkai.registry;

import org.gongkai.problem.ParameterFault;

/** Whose report it is. */
public enum AgencyKind {
    /** A department reports on itself; its figures enter roll-ups. */
    DEPARTMENT,
    /** A government reports on all its departments together; its figures would count them twice, so they never enter roll-ups. */
    GOVERNMENT;

    /** Called by the framework with the value of a parameter. */
    public static AgencyKind fromString(String name) {
        return ParameterFault.choose("kind", name, values(), AgencyKind::name);
    }
}
