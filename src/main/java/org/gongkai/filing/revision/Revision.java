package org.gongkai.filing.revision;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.filing.store.ReportRepository;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A version of a report, for reading. {@link ReportRepository} writes it as {@link RevisionRow}. Only its status
 * changes.
 */
@Entity
public class Revision extends PanacheEntityBase {

    /** Condition that a revision is or was in force, like {@link #isPublished()}, in the query language of Hibernate. */
    public static final String IS_PUBLISHED =
            "(status in (ACCEPTED, SUPERSEDED) or status = WITHDRAWN and decidedAt is not null)";

    private static final String IN_FORCE_AT = """
            select revision from revision_version
            where agency = :agency and year = :year and status = 'ACCEPTED' and since <= :instant and :instant < until""";

    /** The instants at which a revision came into force, and the one at which it was withdrawn from force. */
    private static final String MOVED_AT = """
            select v.since
            from revision_version v
            where v.agency = :agency and v.year = :year and v.revision = :revision and v.status = 'ACCEPTED'
            union
            select max(v.until)
            from revision_version v
            where v.agency = :agency and v.year = :year and v.revision = :revision and v.status = 'ACCEPTED' and :withdrawn
            having max(v.until) < 'infinity'
            order by 1""";

    @EmbeddedId
    public RevisionId id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "agency", referencedColumnName = "agency", insertable = false, updatable = false)
    @JoinColumn(name = "year", referencedColumnName = "year", insertable = false, updatable = false)
    public Filing filing;

    @Enumerated(EnumType.STRING)
    public RevisionStatus status;

    /** The report as JSON. */
    @Basic(fetch = FetchType.LAZY)
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false, columnDefinition = "json")
    public String content;

    /** SHA-256 over the canonical JSON of the content, in hexadecimal. */
    @Column(updatable = false)
    public String contentHash;

    /** The nil return: true if every figure of its tables is zero. */
    @Column(updatable = false)
    public boolean nil;

    /** True if the agency stated that it had nothing to report. */
    @Column(updatable = false)
    public boolean nilStated;

    @Column(updatable = false)
    public Instant submittedAt;

    @Column(updatable = false)
    public String submittedBy;

    /** The reason of the agency to change the report; null where none was given. */
    @Column(updatable = false)
    public String changeReason;

    /** The name of the person responsible for the report; null where none was given. */
    @Column(updatable = false)
    public String approvedBy;

    /** The time of the decision; null while it waits. */
    public Instant decidedAt;

    /** The name of the decider. */
    public String decidedBy;

    /** The comment of the oversight office on its decision; null where there is none. */
    public String comment;

    /** The comments of the oversight office at cells, as JSON; null where there are none. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String comments;

    /** The time at which a newer revision came into force; null unless it is superseded. */
    public Instant supersededAt;

    public Instant withdrawalAt;

    public String withdrawalBy;

    public String withdrawalReason;

    public Instant withdrawalRequestAt;

    public String withdrawalRequestBy;

    public String withdrawalRequestReason;

    /** The version of the rule book that it was checked by; null if it is older than the versions. */
    @Column(updatable = false)
    public String ruleBook;

    /** Returns whether the revision is or was in force, so that the public may see it. */
    public boolean isPublished() {
        return status == RevisionStatus.ACCEPTED
                || status == RevisionStatus.SUPERSEDED
                || status == RevisionStatus.WITHDRAWN && decidedAt != null;
    }

    /**
     * Returns the instants at which the revision came into force, for the first time and after withdrawals of newer ones,
     * and the instant at which it was withdrawn while it was in force; in order, by the clock of the database.
     */
    public List<Instant> movedAt() {
        List<?> instants = getEntityManager()
                .createNativeQuery(MOVED_AT, Instant.class)
                .setParameter("agency", id.agency())
                .setParameter("year", id.year())
                .setParameter("revision", id.revision())
                .setParameter("withdrawn", status == RevisionStatus.WITHDRAWN)
                .getResultList();
        return instants.stream().map(Instant.class::cast).toList();
    }

    /** Finds the revision of a report that is in force. */
    public static Optional<Revision> inForce(FilingId filing) {
        return of(filing, "status = ?3", RevisionStatus.ACCEPTED);
    }

    /** Finds the revision of a report that was in force at an instant. */
    public static Optional<Revision> inForceAt(FilingId filing, Instant instant) {
        List<?> numbers = getEntityManager()
                .createNativeQuery(IN_FORCE_AT, Integer.class)
                .setParameter("agency", filing.agency())
                .setParameter("year", filing.year())
                .setParameter("instant", instant)
                .getResultList();
        return numbers.stream()
                .findFirst()
                .flatMap(number -> findByIdOptional(new RevisionId(filing.agency(), filing.year(), (Integer) number)));
    }

    /** Finds the revision of a report that was in force last, before the one in force. */
    public static Optional<Revision> supersededLast(FilingId filing) {
        return of(filing, "status = ?3 order by supersededAt desc", RevisionStatus.SUPERSEDED);
    }

    /** Finds the newest revision of a report. */
    public static Optional<Revision> newest(FilingId filing) {
        return of(filing, "id.revision = filing.revision");
    }

    private static Optional<Revision> of(FilingId filing, String condition, Object... values) {
        Object[] all = Stream.concat(Stream.of(filing.agency(), filing.year()), Arrays.stream(values))
                .toArray();
        return find("id.agency = ?1 and id.year = ?2 and " + condition, all).firstResultOptional();
    }

    /** Returns the row without the content, which stays unread. */
    public RevisionRow row() {
        return new RevisionRow(
                id.agency(),
                id.year(),
                id.revision(),
                status,
                null,
                contentHash,
                nil,
                nilStated,
                submittedAt,
                submittedBy,
                changeReason,
                approvedBy,
                decidedAt,
                decidedBy,
                comment,
                supersededAt,
                withdrawalAt == null ? null : new Withdrawal(withdrawalAt, withdrawalBy, withdrawalReason),
                withdrawalRequestAt == null
                        ? null
                        : new Withdrawal(withdrawalRequestAt, withdrawalRequestBy, withdrawalRequestReason),
                comments,
                ruleBook);
    }
}
