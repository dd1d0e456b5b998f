package org.gongkai.me;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.cycle.ObligationId;
import org.gongkai.cycle.ObligationState;
import org.gongkai.filing.revision.RevisionStatus;
import org.hibernate.annotations.Immutable;

/** A year of an agency: what it owes, and what it has submitted. The database derives it. */
@Entity
@Immutable
@Table(name = "agency_year")
public class AgencyYear extends PanacheEntityBase {

    @EmbeddedId
    public ObligationId id;

    public String name;

    /** The state of the obligation; null if the roster does not list the agency. */
    @Enumerated(EnumType.STRING)
    public ObligationState state;

    /** The last day in time; null if the roster does not list the agency. */
    public LocalDate deadline;

    /** The first instant that is late; null if the roster does not list the agency. */
    public Instant due;

    /** True if the agency has a deadline of its own. */
    public boolean extended;

    public boolean exempt;

    public String reason;

    public boolean inForce;

    public Instant firstSubmittedAt;

    /** The number of the newest revision; null if there is none. */
    public Integer revision;

    @Enumerated(EnumType.STRING)
    public RevisionStatus status;

    boolean isOverdue(Instant now) {
        return (state == ObligationState.MISSING || state == ObligationState.RETURNED) && !now.isBefore(due);
    }
}
