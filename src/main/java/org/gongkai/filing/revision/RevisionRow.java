package org.gongkai.filing.revision;

import java.time.Instant;
import org.gongkai.audit.AuditEntry;
import org.gongkai.audit.EventType;
import org.gongkai.sql.SqlType;

/**
 * A revision as a row of table {@code revision}. A change makes another row; {@link Revision} is the entity for
 * reading.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param revision number of the revision, from 1
 * @param status its status
 * @param content the report as JSON; {@code null} where it has not been loaded
 * @param contentHash SHA-256 over the canonical JSON of the content, in hexadecimal
 * @param submittedAt time of the submission
 * @param submittedBy name of the submitter
 * @param decidedAt time of the decision; {@code null} while it waits
 * @param decidedBy name of the decider
 * @param comment comment of the oversight office on its decision; {@code null} where there is none
 * @param supersededAt time at which a newer revision came into force; {@code null} unless it is superseded
 */
public record RevisionRow(
        String agency,
        short year,
        int revision,
        RevisionStatus status,
        @SqlType("json") String content,
        String contentHash,
        Instant submittedAt,
        String submittedBy,
        Instant decidedAt,
        String decidedBy,
        String comment,
        Instant supersededAt) {

    /** Returns a new revision that waits for a decision. */
    public static RevisionRow submitted(RevisionId id, String content, String contentHash, Instant at, String by) {
        return new RevisionRow(
                id.agency(),
                id.year(),
                id.revision(),
                RevisionStatus.SUBMITTED,
                content,
                contentHash,
                at,
                by,
                null,
                null,
                null,
                null);
    }

    public RevisionId id() {
        return new RevisionId(agency, year, revision);
    }

    public FilingId filing() {
        return new FilingId(agency, year);
    }

    /** Returns the revision after it was accepted or returned. */
    public RevisionRow decided(RevisionStatus decision, Instant at, String by, String reason) {
        return new RevisionRow(
                agency,
                year,
                revision,
                decision,
                content,
                contentHash,
                submittedAt,
                submittedBy,
                at,
                by,
                reason,
                supersededAt);
    }

    /** Returns the revision after a newer one came into force. */
    public RevisionRow superseded(Instant at) {
        return new RevisionRow(
                agency,
                year,
                revision,
                RevisionStatus.SUPERSEDED,
                content,
                contentHash,
                submittedAt,
                submittedBy,
                decidedAt,
                decidedBy,
                comment,
                at);
    }

    /** Returns an entry of the audit log about the revision. */
    public AuditEntry entry(EventType type) {
        return AuditEntry.ofRevision(type, agency, year, revision);
    }
}
