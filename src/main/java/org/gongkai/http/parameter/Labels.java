package org.gongkai.http.parameter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;

/** The labels of codes in a table. */
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

    /** Returns those of two columns that a table has: the column of codes, that of names, or both. */
    public <C> List<C> of(C codes, C names) {
        return switch (this) {
            case CODES -> List.of(codes);
            case NAMES -> List.of(names);
            case BOTH -> List.of(codes, names);
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
