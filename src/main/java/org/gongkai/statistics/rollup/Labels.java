package org.gongkai.statistics.rollup;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;

/** By what a table names districts, categories, agencies, types of applicant and figures. */
@Schema(enumeration = {"code", "name", "both"})
public enum Labels {
    /** By their codes. */
    CODE,
    /** By their names. */
    NAME,
    /** By both, in columns of their own. */
    BOTH;

    /** Called by the framework with the value of a parameter. */
    public static Labels fromString(String code) {
        return ParameterFault.choose("labels", code, values(), Labels::code);
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
