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
 * @param nil whether every figure of its tables is zero
 * @param submittedAt time of the submission
 * @param submittedBy name of the submitter
 * @param decidedAt time of the decision; {@code null} while it waits
 * @param decidedBy name of the decider
 * @param comment comment of the oversight office on its decision; {@code null} where there is none
 * @param supersededAt time at which a newer revision came into force; {@code null} unless it is superseded
 * @param withdrawal the withdrawal; {@code null} unless it is withdrawn
 * @param withdrawalRequest the request of the agency to withdraw it while it is in force; {@code null} if there is none
 */
public record RevisionRow(
        String agency,
        short year,
        int revision,
        RevisionStatus status,
        @SqlType("json") String content,
        String contentHash,
        boolean nil,
        Instant submittedAt,
        String submittedBy,
        Instant decidedAt,
        String decidedBy,
        String comment,
        Instant supersededAt,
        Withdrawal withdrawal,
        Withdrawal withdrawalRequest) {

    /** Returns a new revision that waits for a decision. */
    public static RevisionRow submitted(
            RevisionId id, String content, String contentHash, boolean nil, Instant at, String by) {
        return new RevisionRow(
                id.agency(),
                id.year(),
                id.revision(),
                RevisionStatus.SUBMITTED,
                content,
                contentHash,
                nil,
                at,
                by,
                null,
                null,
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
        return with(decision, at, by, reason, supersededAt, withdrawal, withdrawalRequest);
    }

    /** Returns the revision after a newer one came into force. */
    public RevisionRow superseded(Instant at) {
        return with(RevisionStatus.SUPERSEDED, decidedAt, decidedBy, comment, at, withdrawal, withdrawalRequest);
    }

    /** Returns the superseded revision after it came into force again, because the newer one was withdrawn. */
    public RevisionRow reinstated() {
        return with(RevisionStatus.ACCEPTED, decidedAt, decidedBy, comment, null, withdrawal, withdrawalRequest);
    }

    /** Returns the revision after it was withdrawn. */
    public RevisionRow withdrawn(Withdrawal withdrawn) {
        return with(
                RevisionStatus.WITHDRAWN, decidedAt, decidedBy, comment, supersededAt, withdrawn, withdrawalRequest);
    }

    /** Returns the revision after the agency has asked to withdraw it. */
    public RevisionRow withdrawalRequested(Withdrawal request) {
        return with(status, decidedAt, decidedBy, comment, supersededAt, withdrawal, request);
    }

    private RevisionRow with(
            RevisionStatus newStatus,
            Instant newDecidedAt,
            String newDecidedBy,
            String newComment,
            Instant newSupersededAt,
            Withdrawal newWithdrawal,
            Withdrawal newWithdrawalRequest) {
        return new RevisionRow(
                agency,
                year,
                revision,
                newStatus,
                content,
                contentHash,
                nil,
                submittedAt,
                submittedBy,
                newDecidedAt,
                newDecidedBy,
                newComment,
                newSupersededAt,
                newWithdrawal,
                newWithdrawalRequest);
    }

    /** Returns an entry of the audit log about the revision. */
    public AuditEntry entry(EventType type) {
        return AuditEntry.ofRevision(type, agency, year, revision);
    }
}
