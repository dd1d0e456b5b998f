package org.gongkai.registry;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An agency in the registry.
 *
 * @param code stable code; in a request it may be left out, as the path has it
 * @param name the name in Chinese, at most 200 characters
 * @param district code of the division it belongs to
 * @param category code of the kind of bureau it is
 * @param kind whether it reports on itself, or as a government on all its departments
 */
public record AgencyEntry(
        @Schema(examples = "430212-finance") String code,

        @Schema(required = true, minLength = 1, maxLength = 200, examples = "株洲市渌口区财政局")
        String name,

        @Schema(required = true, examples = "430212") String district,
        @Schema(required = true, examples = "finance") String category,
        @Schema(required = true) AgencyKind kind) {

    static AgencyEntry of(Agency agency) {
        return new AgencyEntry(agency.code, agency.name, agency.district.code, agency.category.code, agency.kind);
    }
}
