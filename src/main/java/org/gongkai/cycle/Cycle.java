package org.gongkai.cycle;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.registry.agency.AgencyKind;

/** An open report year. */
@Entity
public class Cycle extends PanacheEntityBase {

    @Id
    public short year;

    /** The last day in time for departments. */
    public LocalDate departmentDeadline;

    /** The last day in time for governments. */
    public LocalDate governmentDeadline;

    @Column(updatable = false)
    public Instant openedAt;

    @Column(updatable = false)
    public String openedBy;

    LocalDate deadline(AgencyKind kind) {
        return kind == AgencyKind.DEPARTMENT ? departmentDeadline : governmentDeadline;
    }
}
