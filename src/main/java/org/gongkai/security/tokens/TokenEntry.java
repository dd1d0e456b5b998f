package org.gongkai.security.tokens;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.security.Role;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.NameLength;

/**
 * A token of the local issuer, without the token itself, which the service does not store.
 *
 * @param id claim {@code jti} of the token, which identifies it
 * @param subject name of its holder in the audit log
 * @param role role of its holder, as in the claim {@code groups}
 * @param agencies codes of the agencies that its holder represents; the first is the one under which it was issued
 * @param districts codes of the districts in its claim {@code districts}; absent if it does not have the claim
 * @param years the report years that it is limited to; absent if it is not limited
 * @param sandbox whether it submits tests into the sandbox only; absent if it is a real one
 * @param issuedBy name of the caller who had it issued; {@code system} for the token that the service writes at a start
 * @param issuedAt start of its validity
 * @param expiresAt end of its validity
 * @param state its state, by the clock of the server
 * @param replaces id of the token whose rights it took over; absent if there is none
 * @param revokedAt the instant from which it is refused, which may be in the future; absent if it was neither revoked nor
 *     replaced
 * @param revokedBy name of the caller who revoked or replaced it; absent if it was neither
 */
public record TokenEntry(
        @Schema(minLength = 36, maxLength = 36) String id,
        @Schema(minLength = 1, maxLength = NameLength.ACTOR) String subject,

        @Schema(enumeration = {Role.SUBMITTER, Role.OVERSIGHT, Role.READER})
        String role,

        @Schema(maxItems = RightsCheck.MAX_AGENCIES, pattern = CodeFormat.PATTERN)
        List<String> agencies,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(maxItems = RightsCheck.MAX_DISTRICTS, pattern = CodeFormat.PATTERN)
        List<String> districts,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(maxItems = RightsCheck.MAX_YEARS, minimum = "0")
        List<Integer> years,

        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean sandbox,
        @Schema(minLength = 1, maxLength = NameLength.ACTOR) String issuedBy,
        Instant issuedAt,
        Instant expiresAt,
        TokenState state,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minLength = 36, maxLength = 36)
        String replaces,

        @JsonInclude(JsonInclude.Include.NON_NULL) Instant revokedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minLength = 1, maxLength = NameLength.ACTOR)
        String revokedBy) {

    static TokenEntry of(RecordedToken token, Instant now) {
        return new TokenEntry(
                token.id,
                token.subject,
                token.role,
                token.agencies,
                token.districts,
                token.years,
                token.sandbox ? true : null,
                token.issuedBy,
                token.issuedAt,
                token.expiresAt,
                token.state(now),
                token.replaces,
                token.revokedAt,
                token.revokedBy);
    }
}
