package org.gongkai.filing.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import java.time.Instant;
import org.gongkai.registry.Agency;

/** A report through all its revisions. */
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

    /** When the first revision was taken in; what lateness is judged by. */
    @Column(updatable = false)
    public Instant firstSubmittedAt;
}
