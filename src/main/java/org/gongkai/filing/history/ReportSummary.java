package org.gongkai.filing.history;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.revision.Revision;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.registry.agency.Agency;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.code.Named;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.NameLength;
import org.gongkai.text.Sha256;

/**
 * A report in a list, with its newest revision.
 *
 * @param agency code of the agency
 * @param agencyName name of the agency
 * @param kind kind of the agency: a department reports on itself, a government on all its departments
 * @param district district of the agency
 * @param category category of the agency
 * @param year the report year
 * @param revision number of the newest revision
 * @param status status of that revision
 * @param contentHash SHA-256 over the canonical JSON (RFC 8785) of the content, in lower-case hexadecimal
 * @param submittedAt time at which that revision was stored
 */
@Schema(name = "ReportSummary")
public record ReportSummary(
        @Schema(pattern = CodeFormat.PATTERN, examples = "430212-finance")
        String agency,

        @Schema(minLength = 1, maxLength = NameLength.REGISTERED)
        String agencyName,

        AgencyKind kind,
        Named district,
        Named category,
        int year,
        @Schema(minimum = "1") int revision,
        RevisionStatus status,
        @Schema(pattern = Sha256.PATTERN) String contentHash,
        Instant submittedAt) {

    static ReportSummary of(Revision newest) {
        Agency agency = newest.filing.agency;
        return new ReportSummary(
                agency.code,
                agency.name,
                agency.kind,
                new Named(agency.district.code, agency.district.name),
                new Named(agency.category.code, agency.category.name),
                newest.id.year(),
                newest.id.revision(),
                newest.status,
                newest.contentHash,
                newest.submittedAt);
    }
}
