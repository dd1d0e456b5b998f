package org.gongkai.registry.agency;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.text.NameLength;

/**
 * A former name of an agency.
 *
 * @param name the name in Chinese, at most 200 characters
 * @param since first day of the name; absent if it was the first name
 */
public record FormerName(
        @Schema(required = true, minLength = 1, maxLength = NameLength.REGISTERED, examples = "平潭综合实验区国有资产管理局")
        String name,

        @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate since) {

    /** Maximum number of former names of an agency. */
    public static final int MAX_NUMBER = 100;
}
