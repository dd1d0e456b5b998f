package org.gongkai.security.tokens;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.NameLength;

/**
 * A request for a token of an agency.
 *
 * @param lifetime validity of the token, as an ISO 8601 duration from PT1M to P366D; optional
 * @param allowEnded whether the agencies may have ended; false if omitted
 * @param subject name of the person or program that will use the token, for the audit log; {@code agency:} with the code of
 *     the agency if omitted, {@code sandbox:} for a token of the sandbox
 * @param agencies codes of further agencies that the token represents; optional
 * @param districts codes of districts whose agencies the token represents as well, directly or in a lower district;
 *     optional
 * @param years the report years that the token is limited to; it is not limited if omitted
 * @param sandbox whether the token submits tests into the sandbox only, which never count; false if omitted
 */
public record TokenRequest(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(format = "duration", examples = "P90D")
        String lifetime,

        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean allowEnded,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(minLength = 1, maxLength = NameLength.ACTOR, examples = "县信息中心")
        String subject,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(maxItems = RightsCheck.MAX_AGENCIES - 1, pattern = CodeFormat.PATTERN, examples = "350128-finance")
        List<String> agencies,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(maxItems = RightsCheck.MAX_DISTRICTS, pattern = CodeFormat.PATTERN, examples = "430212")
        List<String> districts,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(maxItems = RightsCheck.MAX_YEARS, minimum = "0", examples = "2024")
        List<Integer> years,

        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean sandbox) {

    static final TokenRequest DEFAULT = new TokenRequest(null, null, null, null, null, null, null);

    boolean allowsEnded() {
        return Boolean.TRUE.equals(allowEnded);
    }

    boolean asksForSandbox() {
        return Boolean.TRUE.equals(sandbox);
    }

    /** Returns the subject; a test token and a real one without a subject have different ones. */
    String subjectFor(String agency) {
        return Objects.requireNonNullElse(subject, (asksForSandbox() ? "sandbox:" : "agency:") + agency);
    }
}
