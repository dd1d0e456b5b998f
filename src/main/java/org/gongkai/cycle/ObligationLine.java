package org.gongkai.cycle;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.registry.AgencyKind;
import org.gongkai.registry.Category;
import org.gongkai.registry.District;
import org.hibernate.annotations.Immutable;

/** A line of a roster with what has become of it, as the database works it out. */
@Entity
@Immutable
@Table(name = "obligation_state")
public class ObligationLine extends PanacheEntityBase {

    @EmbeddedId
    public ObligationId id;

    public String name;

    @Enumerated(EnumType.STRING)
    public AgencyKind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "district")
    public District district;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "category")
    public Category category;

    @Enumerated(EnumType.STRING)
    public ObligationState state;

    /** The last day on which it is in time. */
    public LocalDate deadline;

    /** The first moment that is late. */
    public Instant due;

    public Instant firstSubmittedAt;

    public boolean inForce;

    public String reason;

    /** Whether it should be here by now, and is not. */
    boolean isOverdue(Instant now) {
        return (state == ObligationState.MISSING || state == ObligationState.RETURNED) && !now.isBefore(due);
    }
}
