package org.gongkai.statistics;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;

/** What reports of agencies and districts count as that are not any more, or not there any more. */
@Schema(enumeration = {"reported", "current"})
public enum Lineage {
    /** As what they were when they were reported. */
    REPORTED,
    /** As what carries them on today. */
    CURRENT;

    /** Called by the framework with the value of a parameter. */
    public static Lineage fromString(String code) {
        return ParameterFault.choose("lineage", code, values(), Lineage::code);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
