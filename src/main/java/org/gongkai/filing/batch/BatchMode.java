package org.gongkai.filing.batch;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;

/** The mode of a batch: whether a rejected item prevents the storage of the others. */
@Schema(
        enumeration = {"partial", "atomic"},
        defaultValue = "partial")
public enum BatchMode {
    /** Each item is stored or rejected on its own. */
    PARTIAL,
    /** All items are stored, or none. */
    ATOMIC;

    /** Parses the value of the parameter; called by the framework. */
    public static BatchMode fromString(String code) {
        return ParameterFault.choose("mode", code, values(), BatchMode::toString);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
