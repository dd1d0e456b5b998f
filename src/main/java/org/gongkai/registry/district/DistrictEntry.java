package org.gongkai.registry.district;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.csv.EntryWarning;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.Language;
import org.gongkai.text.NameLength;

/**
 * An administrative division in the registry.
 *
 * @param code GB/T 2260 code, or a local code for a zone that has none; optional in a request, as the path contains it
 * @param name the name in Chinese, at most 200 characters
 * @param parent code of the division that directly contains it; {@code null} for a topmost division
 * @param level level of the division; optional in a request: it is then derived from the GB/T 2260 code, or is one
 *     below the level of the parent
 * @param validFrom first day of the existence of the division under this code; absent if unknown
 * @param validTo last day of the existence of the division under this code; absent while it exists
 * @param successor code of the division that replaced it after its end, as 渌口区 (430212) replaced 株洲县 (430221); absent
 *     if there is none
 * @param warnings warnings about the entry, for example that its code belongs to another parent; absent if there are
 *     none. Ignored in a request
 */
public record DistrictEntry(
        @Schema(pattern = CodeFormat.PATTERN, examples = "430212")
        String code,

        @Schema(required = true, minLength = 1, maxLength = NameLength.REGISTERED, examples = "渌口区")
        String name,

        @Schema(nullable = true, pattern = CodeFormat.PATTERN, examples = "430200")
        String parent,

        @Schema(examples = "county") DistrictLevel level,
        @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate validFrom,
        @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate validTo,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(pattern = CodeFormat.PATTERN)
        String successor,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(readOnly = true)
        List<EntryWarning> warnings) {

    static DistrictEntry of(District district) {
        return new DistrictEntry(
                district.code,
                district.name,
                district.parent == null ? null : district.parent.code,
                DistrictLevel.ofRank(district.level),
                district.validFrom,
                district.validTo,
                district.successor == null ? null : district.successor.code,
                List.of());
    }

    /** Returns the same entry with its warnings. */
    DistrictEntry withWarnings(Language language) {
        return new DistrictEntry(
                code, name, parent, level, validFrom, validTo, successor, DistrictWarnings.of(this, language));
    }
}
