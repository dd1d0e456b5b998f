package org.gongkai.statistics.rollup;

import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;

/** The labels of districts, categories, agencies, types of applicant and figures in a table. */
@Schema(enumeration = {"codes", "names", "both"})
public enum Labels {
    /** Codes only. */
    CODES,
    /** Names only. */
    NAMES,
    /** Codes and names, in columns of their own. */
    BOTH;

    /** Spellings from before release 0.1.0. */
    private static final Map<String, Labels> FORMER = Map.of("code", CODES, "name", NAMES);

    /** Parses the value of a parameter. Called by the framework. */
    public static Labels fromString(String code) {
        return FORMER.containsKey(code)
                ? FORMER.get(code)
                : ParameterFault.choose("labels", code, values(), Labels::code);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
