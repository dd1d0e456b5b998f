package org.gongkai.filing.review;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.rules.Reason;

/**
 * The request of an agency to withdraw its revision in force.
 *
 * @param reason the reason, at most 2,000 characters
 */
public record WithdrawalRequest(
        @Schema(required = true, minLength = 1, maxLength = Reason.MAX_LENGTH, examples = "误将 2022 年度的数据报为 2023 年度")
        String reason) {}
