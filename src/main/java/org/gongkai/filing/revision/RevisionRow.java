package org.gongkai.filing.revision;

import java.time.Instant;
import java.util.List;
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
 * @param nilStated whether the agency stated that it had nothing to report; only if every figure is zero
 * @param submittedAt time of the submission
 * @param submittedBy name of the submitter
 * @param changeReason reason of the agency to change the report; {@code null} where none was given
 * @param approvedBy name of the person responsible for the report; {@code null} where none was given
 * @param decidedAt time of the decision; {@code null} while it waits
 * @param decidedBy name of the decider
 * @param comment comment of the oversight office on its decision; {@code null} where there is none
 * @param supersededAt time at which a newer revision came into force; {@code null} unless it is superseded
 * @param withdrawal the withdrawal; {@code null} unless it is withdrawn
 * @param withdrawalRequest the request of the agency to withdraw it while it is in force; {@code null} if there is none
 * @param comments comments of the office at cells, as JSON of {@link CellComment}s; {@code null} where there are none
 * @param ruleBook version of the rule book that it was checked by; {@code null} if it is older than the versions
 */
public record RevisionRow(
        String agency,
        short year,
        int revision,
        RevisionStatus status,
        @SqlType("json") String content,
        String contentHash,
        boolean nil,
        boolean nilStated,
        Instant submittedAt,
        String submittedBy,
        String changeReason,
        String approvedBy,
        Instant decidedAt,
        String decidedBy,
        String comment,
        Instant supersededAt,
        Withdrawal withdrawal,
        Withdrawal withdrawalRequest,
        @SqlType("jsonb") String comments,
        String ruleBook) {

    /** Returns a new revision that waits for a decision. */
    public static RevisionRow submitted(
            RevisionId id,
            String content,
            String contentHash,
            boolean nil,
            boolean nilStated,
            Instant at,
            String by,
            SubmissionNotes notes,
            String ruleBook) {
        return new RevisionRow(
                id.agency(),
                id.year(),
                id.revision(),
                RevisionStatus.SUBMITTED,
                content,
                contentHash,
                nil,
                nilStated,
                at,
                by,
                notes.changeReason(),
                notes.approvedBy(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ruleBook);
    }

    public RevisionId id() {
        return new RevisionId(agency, year, revision);
    }

    public FilingId filing() {
        return new FilingId(agency, year);
    }

    /**
     * Returns the revision after it was accepted or returned.
     *
     * @param reason comment on the decision; {@code null} where there is none
     * @param atCells comments at cells; empty where there are none
     */
    public RevisionRow decided(
            RevisionStatus decision, Instant at, String by, String reason, List<CellComment> atCells) {
        return with(decision, at, by, reason, supersededAt, withdrawal, withdrawalRequest, CellComment.write(atCells));
    }

    /** Returns the revision after a newer one came into force. */
    public RevisionRow superseded(Instant at) {
        return with(
                RevisionStatus.SUPERSEDED, decidedAt, decidedBy, comment, at, withdrawal, withdrawalRequest, comments);
    }

    /** Returns the superseded revision after it came into force again, because the newer one was withdrawn. */
    public RevisionRow reinstated() {
        return with(
                RevisionStatus.ACCEPTED, decidedAt, decidedBy, comment, null, withdrawal, withdrawalRequest, comments);
    }

    /** Returns the revision after it was withdrawn. */
    public RevisionRow withdrawn(Withdrawal withdrawn) {
        return with(
                RevisionStatus.WITHDRAWN,
                decidedAt,
                decidedBy,
                comment,
                supersededAt,
                withdrawn,
                withdrawalRequest,
                comments);
    }

    /** Returns the revision after the agency has asked to withdraw it. */
    public RevisionRow withdrawalRequested(Withdrawal request) {
        return with(status, decidedAt, decidedBy, comment, supersededAt, withdrawal, request, comments);
    }

    private RevisionRow with(
            RevisionStatus newStatus,
            Instant newDecidedAt,
            String newDecidedBy,
            String newComment,
            Instant newSupersededAt,
            Withdrawal newWithdrawal,
            Withdrawal newWithdrawalRequest,
            String newComments) {
        return new RevisionRow(
                agency,
                year,
                revision,
                newStatus,
                content,
                contentHash,
                nil,
                nilStated,
                submittedAt,
                submittedBy,
                changeReason,
                approvedBy,
                newDecidedAt,
                newDecidedBy,
                newComment,
                newSupersededAt,
                newWithdrawal,
                newWithdrawalRequest,
                newComments,
                ruleBook);
    }

    /** Returns an entry of the audit log about the revision. */
    public AuditEntry entry(EventType type) {
        return AuditEntry.ofRevision(type, agency, year, revision);
    }
}
