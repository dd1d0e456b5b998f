package org.gongkai.filing.history;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.store.Revision;
import org.gongkai.filing.store.RevisionStatus;
import org.gongkai.registry.Agency;
import org.gongkai.registry.AgencyKind;
import org.gongkai.registry.Named;

/**
 * A report in a list, by its newest revision.
 *
 * @param agency code of the agency
 * @param agencyName name of the agency
 * @param kind whether the agency reports on itself, or as a government on all its departments
 * @param district the district the agency belongs to
 * @param category the category the agency belongs to
 * @param year the report year
 * @param revision number of the newest revision
 * @param status where that revision stands
 * @param contentHash SHA-256 over the canonical JSON (RFC 8785) of its content, in lower-case hexadecimal
 * @param submittedAt when it was taken in
 */
public record ReportSummary(
        @Schema(examples = "430212-finance") String agency,
        String agencyName,
        AgencyKind kind,
        Named district,
        Named category,
        int year,
        int revision,
        RevisionStatus status,
        String contentHash,
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
