package org.gongkai.filing.revision;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import java.time.Instant;
import org.gongkai.filing.store.ReportRepository;
import org.gongkai.registry.agency.Agency;

/** A report with all its revisions, for reading. {@link ReportRepository} writes it as {@link FilingRow}. */
@Entity
public class Filing extends PanacheEntityBase {

    @EmbeddedId
    public FilingId id;

    @MapsId("agency")
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "agency")
    public Agency agency;

    /** Number of the newest revision. */
    public int revision;

    /** The time at which the first revision was received; lateness is judged by it. */
    @Column(updatable = false)
    public Instant firstSubmittedAt;
}
