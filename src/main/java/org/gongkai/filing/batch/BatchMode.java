package org.gongkai.filing.batch;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;

/** Whether one wrong item keeps the others of a batch from being stored. */
@Schema(enumeration = {"partial", "atomic"})
public enum BatchMode {
    /** Each item is stored or refused by itself. */
    PARTIAL,
    /** All items are stored, or none. */
    ATOMIC;

    /** Called by the framework with the value of the parameter. */
    public static BatchMode fromString(String code) {
        return ParameterFault.choose("mode", code, values(), BatchMode::toString);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
