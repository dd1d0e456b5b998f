package org.gongkai.filing.store;

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
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.audit.AuditEntry;
import org.gongkai.audit.EventType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One version of a report. Its content never changes; only its status does. */
@Entity
public class Revision extends PanacheEntityBase {

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

    @Column(updatable = false)
    public Instant submittedAt;

    @Column(updatable = false)
    public String submittedBy;

    /** When it was accepted or returned; null while it waits. */
    public Instant decidedAt;

    /** Who accepted or returned it. */
    public String decidedBy;

    /** What the oversight office wrote to its decision; null where it wrote nothing. */
    public String comment;

    /** When a newer one came into force; null unless it is superseded. */
    public Instant supersededAt;

    /** The revision of a report that is in force. */
    public static Optional<Revision> inForce(FilingId filing) {
        return of(filing, "status = ?3", RevisionStatus.ACCEPTED);
    }

    /** The newest revision of a report. */
    public static Optional<Revision> newest(FilingId filing) {
        return of(filing, "id.revision = filing.revision");
    }

    private static Optional<Revision> of(FilingId filing, String condition, Object... values) {
        Object[] all = Stream.concat(Stream.of(filing.agency(), filing.year()), Arrays.stream(values))
                .toArray();
        return find("id.agency = ?1 and id.year = ?2 and " + condition, all).firstResultOptional();
    }

    /** Something that happens to it, to be written down. */
    public AuditEntry occurrence(EventType type) {
        return AuditEntry.ofRevision(type, id.agency(), id.year(), id.revision());
    }

    /** The report it is a version of. */
    public FilingId filingId() {
        return new FilingId(id.agency(), id.year());
    }
}
