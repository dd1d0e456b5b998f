package org.gongkai.me;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.http.listing.Page;
import org.gongkai.security.Role;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.NameLength;

/**
 * The token of the caller, and the years of the agencies that it represents.
 *
 * @param subject name of the caller in the audit log
 * @param id claim {@code jti} of the token; absent if it has none
 * @param roles roles of the caller
 * @param agencies codes of the agencies that the token names
 * @param districts codes of the districts that the token names, with everything in them; absent if it does not have the
 *     claim
 * @param years the report years that the token is limited to; absent if it is not limited
 * @param sandbox true if the token submits tests only; absent for a real one
 * @param expiresAt end of the validity of the token
 * @param obligations a page of the years of the agencies, by agency and year
 */
public record Me(
        @Schema(minLength = 1, maxLength = NameLength.ACTOR) String subject,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = Me.MAX_HEADER)
        String id,

        @Schema(
                maxItems = 3,
                enumeration = {Role.OVERSIGHT, Role.READER, Role.SUBMITTER})
        List<String> roles,

        @Schema(maxItems = Me.MAX_HEADER, pattern = CodeFormat.PATTERN)
        List<String> agencies,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxItems = Me.MAX_HEADER, pattern = CodeFormat.PATTERN)
        List<String> districts,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxItems = Me.MAX_HEADER, minimum = "0")
        List<Integer> years,

        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean sandbox,
        Instant expiresAt,
        Page<OwnYear> obligations) {

    /** The largest header, which limits what a token can name. */
    static final int MAX_HEADER = 65_536;
}
