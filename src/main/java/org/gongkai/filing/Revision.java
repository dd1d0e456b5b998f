package org.gongkai.filing;

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
import java.util.Optional;
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
    @Column(updatable = false)
    public String content;

    /** SHA-256 over the canonical JSON of the content, in hexadecimal. */
    @Column(updatable = false)
    public String contentHash;

    @Column(updatable = false)
    public Instant submittedAt;

    /** The revision of a report that is in force. */
    static Optional<Revision> inForce(String agency, int year) {
        return find("id.agency = ?1 and id.year = ?2 and status = ?3", agency, (short) year, RevisionStatus.ACCEPTED)
                .firstResultOptional();
    }
}
