package org.gongkai.filing.revision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.rules.Reason;

/**
 * The reason why a warning is right as it is.
 *
 * @param rule id of the rule, as in the finding
 * @param pointer JSON Pointer of the finding
 * @param reason the reason; not blank
 */
public record ExplanationEntry(
        @Schema(examples = "IN-FORCE") String rule,

        @Schema(examples = "/proactiveDisclosure/normativeDocuments/inForce")
        String pointer,

        @Schema(minLength = 1, maxLength = Reason.MAX_LENGTH, examples = "清理后 5 件自然失效")
        String reason) {}
