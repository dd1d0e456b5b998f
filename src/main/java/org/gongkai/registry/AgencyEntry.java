package org.gongkai.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An agency in the registry.
 *
 * @param code stable code; in a request it may be left out, as the path has it
 * @param name the name in Chinese, at most 200 characters
 * @param nameSince the day from which it has the name; absent for the beginning. In a request, another name with a later day is a
 *     renaming, and the old name is kept among the former ones; another name with the same day, or none, is a correction
 * @param formerNames the names it had before, the oldest first; in a request it may be left out
 *     or repeated, and then changes by renamings only; another list takes the place of the one there was
 * @param district code of the division it belongs to
 * @param category code of the kind of bureau it is
 * @param kind whether it reports on itself, or as a government on all its departments
 * @param unifiedSocialCreditCode its unified social credit code (GB 32100), of which the check digit is checked; absent where it
 *     is not known
 * @param validFrom the first day on which it exists; absent where that is not known
 * @param validTo the last day on which it exists; absent while it does
 * @param successor code of the agency that carries on its tasks after it ended; absent where none does. Of several, as when an agency
 *     is split, the one that carries on the history
 */
public record AgencyEntry(
        @Schema(examples = "430212-finance") String code,

        @Schema(required = true, minLength = 1, maxLength = 200, examples = "株洲市渌口区财政局")
        String name,

        @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate nameSince,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FormerName> formerNames,
        @Schema(required = true, examples = "430212") String district,
        @Schema(required = true, examples = "finance") String category,
        @Schema(required = true) AgencyKind kind,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(pattern = "^[0-9A-HJ-NPQRTUWXY]{18}$", examples = "11341702486344515H")
        String unifiedSocialCreditCode,

        @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate validFrom,
        @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate validTo,
        @JsonInclude(JsonInclude.Include.NON_NULL) String successor) {

    static AgencyEntry of(Agency agency) {
        return new AgencyEntry(
                agency.code,
                agency.name,
                agency.nameSince,
                agency.formerNames,
                agency.district.code,
                agency.category.code,
                agency.kind,
                agency.unifiedSocialCreditCode,
                agency.validFrom,
                agency.validTo,
                agency.successor == null ? null : agency.successor.code);
    }
}
