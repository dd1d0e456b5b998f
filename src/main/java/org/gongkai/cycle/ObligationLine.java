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
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.category.Category;
import org.gongkai.registry.district.District;
import org.hibernate.annotations.Immutable;

/** A line of a roster with its state, which the database derives. */
@Entity
@Immutable
@Table(name = "obligation_line")
public class ObligationLine extends PanacheEntityBase {

    @EmbeddedId
    public ObligationId id;

    public String name;

    @Enumerated(EnumType.STRING)
    public AgencyKind kind;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "district")
    public District district;

    /** The number of the place: the district with its ancestors when the year was opened. */
    public int place;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "category")
    public Category category;

    @Enumerated(EnumType.STRING)
    public ObligationState state;

    /** The last day in time. */
    public LocalDate deadline;

    /** The first instant that is late. */
    public Instant due;

    public Instant firstSubmittedAt;

    public boolean inForce;

    public String reason;

    /** The current contact of the agency; null if unknown. */
    public String contactPerson;

    /** The telephone numbers of the contact; null if unknown. */
    public String telephone;

    /** The e-mail address of the contact; null if unknown. */
    public String email;

    /** True if every figure of the report in force is zero. */
    public boolean nil;

    /** True if the agency stated with the report in force that it had nothing to report. */
    public boolean nilStated;

    /** Returns whether the report is missing or returned, and its deadline has passed. */
    boolean isOverdue(Instant now) {
        return (state == ObligationState.MISSING || state == ObligationState.RETURNED) && !now.isBefore(due);
    }
}
