package org.gongkai.cycle;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.gongkai.registry.AgencyKind;

/** A report year that was opened. */
@Entity
public class Cycle extends PanacheEntityBase {

    @Id
    public short year;

    /** The last day on which a department is in time. */
    public LocalDate departmentDeadline;

    /** The last day on which a government is in time. */
    public LocalDate governmentDeadline;

    @Column(updatable = false)
    public Instant openedAt;

    @Column(updatable = false)
    public String openedBy;

    LocalDate deadline(AgencyKind kind) {
        return kind == AgencyKind.DEPARTMENT ? departmentDeadline : governmentDeadline;
    }
}
