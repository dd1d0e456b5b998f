package org.gongkai.filing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Why a warning is right as it is.
 *
 * @param rule id of the rule, as the finding gives it
 * @param pointer pointer of the finding
 * @param reason the reason; not blank
 */
public record ExplanationEntry(
        @Schema(examples = "IN-FORCE") String rule,

        @Schema(examples = "/proactiveDisclosure/normativeDocuments/inForce")
        String pointer,

        @Schema(minLength = 1, maxLength = MAX_REASON, examples = "清理后 5 件自然失效")
        String reason) {

    /** Longest reason, in Unicode code points. */
    static final int MAX_REASON = 2_000;
}
