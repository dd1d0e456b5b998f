package org.gongkai.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An administrative division in the registry.
 *
 * @param code GB/T 2260 code, or a code of one's own for a zone that has none; in a request it may be left out, as the path has
 *     it
 * @param name the name in Chinese, at most 200 characters
 * @param parent code of the division it lies in; {@code null} for the topmost one
 * @param level its level; in a request it may be left out, and then follows from a GB/T 2260 code, or is one below the parent's
 * @param validFrom the first day on which it exists under this code; absent where that is not known
 * @param validTo the last day on which it exists under this code; absent while it does
 * @param successor code of the division it became after it ended, as 株洲县 (430221) became 渌口区 (430212); absent where it became
 *     none
 */
public record DistrictEntry(
        @Schema(examples = "430212") String code,

        @Schema(required = true, minLength = 1, maxLength = 200, examples = "渌口区")
        String name,

        @Schema(nullable = true, examples = "430200") String parent,
        @Schema(examples = "county") DistrictLevel level,
        @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate validFrom,
        @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate validTo,
        @JsonInclude(JsonInclude.Include.NON_NULL) String successor) {

    static DistrictEntry of(District district) {
        return new DistrictEntry(
                district.code,
                district.name,
                district.parent == null ? null : district.parent.code,
                DistrictLevel.ofRank(district.level),
                district.validFrom,
                district.validTo,
                district.successor == null ? null : district.successor.code);
    }
}
