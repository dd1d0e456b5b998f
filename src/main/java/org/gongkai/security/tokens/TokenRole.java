package org.gongkai.security.tokens;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.ParameterFault;
import org.gongkai.security.Role;

/** The role of the holder of a token, as a filter. */
@Schema(enumeration = {Role.SUBMITTER, Role.OVERSIGHT, Role.READER})
public enum TokenRole {
    SUBMITTER,
    OVERSIGHT,
    READER;

    /** Parses the value of the parameter. The framework calls this method. */
    public static TokenRole fromString(String role) {
        return ParameterFault.choose("role", role, values(), TokenRole::claim);
    }

    /** Returns the role in the claim {@code groups}. */
    String claim() {
        return name().toLowerCase(Locale.ROOT);
    }
}
