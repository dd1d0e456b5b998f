package org.gongkai.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A name an agency had.
 *
 * @param name the name in Chinese, at most 200 characters
 * @param since the day from which it had the name; absent for the beginning
 */
public record FormerName(
        @Schema(required = true, minLength = 1, maxLength = 200, examples = "平潭综合实验区国有资产管理局")
        String name,

        @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate since) {}
