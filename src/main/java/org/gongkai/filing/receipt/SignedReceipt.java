package org.gongkai.filing.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.filing.revision.RevisionSnapshot;
import org.gongkai.filing.revision.RevisionStatus;

/**
 * The statements of a receipt that its signature covers, in the order in which they are signed. All of them are public as
 * soon as the revision is. The same statements have the same signature as long as the key is the same.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param revision number of the revision
 * @param status its status
 * @param contentHash SHA-256 over the canonical JSON of the content, in lower-case hexadecimal
 * @param submittedAt time at which it was stored
 * @param decidedAt time of the decision; {@code null} while it waits
 * @param withdrawnAt time of the withdrawal; {@code null} unless it is withdrawn
 * @param ruleBook version of the rule book that it was checked by; {@code null} if it is older than the versions
 * @param sandbox true if it is a test; {@code null} for a real report
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SignedReceipt(
        String agency,
        int year,
        int revision,
        RevisionStatus status,
        String contentHash,
        Instant submittedAt,
        Instant decidedAt,
        Instant withdrawnAt,
        String ruleBook,
        Boolean sandbox) {

    static SignedReceipt of(RevisionSnapshot snapshot) {
        RevisionRow revision = snapshot.revision();
        return new SignedReceipt(
                revision.agency(),
                revision.year(),
                revision.revision(),
                revision.status(),
                revision.contentHash(),
                revision.submittedAt(),
                revision.decidedAt(),
                revision.withdrawal() == null ? null : revision.withdrawal().at(),
                revision.ruleBook(),
                snapshot.isInSandbox() ? true : null);
    }
}
