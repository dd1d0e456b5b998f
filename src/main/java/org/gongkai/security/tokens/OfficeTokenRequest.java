package org.gongkai.security.tokens;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.security.Role;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.NameLength;

/**
 * A request for a token of the oversight office or of a reader.
 *
 * @param role role of the holder
 * @param subject name of the person or program that will use the token, for the audit log
 * @param lifetime validity of the token, as an ISO 8601 duration from PT1M to P366D; optional
 * @param districts codes of the districts that a token of the office is limited to, with everything in them; it is not
 *     limited if omitted
 * @param years the report years that the token is limited to; it is not limited if omitted
 */
public record OfficeTokenRequest(
        @Schema(
                enumeration = {Role.OVERSIGHT, Role.READER},
                examples = Role.OVERSIGHT)
        String role,

        @Schema(minLength = 1, maxLength = NameLength.ACTOR, examples = "株洲市政务公开办 李明")
        String subject,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(format = "duration", examples = "P90D")
        String lifetime,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(maxItems = RightsCheck.MAX_DISTRICTS, pattern = CodeFormat.PATTERN, examples = "430200")
        List<String> districts,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(maxItems = RightsCheck.MAX_YEARS, minimum = "0", examples = "2024")
        List<Integer> years) {}
