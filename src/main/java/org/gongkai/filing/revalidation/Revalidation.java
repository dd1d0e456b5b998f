package org.gongkai.filing.revalidation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.gongkai.filing.store.StoredReports;

/** A run that checks stored reports. It goes through the agencies in the order of their codes. */
@Entity
public class Revalidation extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Enumerated(EnumType.STRING)
    public RevalidationState state;

    /** Version of the rule book of the replica that started the run. */
    @Column(updatable = false)
    public String ruleBook;

    /** The report years; null for all. */
    @Column(updatable = false, columnDefinition = "smallint[]")
    public Short[] years;

    /** Code of the district; null for all. */
    @Column(updatable = false)
    public String district;

    public int total;

    public int checked;

    /** Code of the last agency whose reports were checked; empty at first. */
    public String afterAgency;

    @Column(updatable = false)
    public Instant startedAt;

    @Column(updatable = false)
    public String startedBy;

    public Instant finishedAt;

    /** Name of the caller who cancelled the run; null unless it is cancelled. */
    public String cancelledBy;

    /** Number of failures since the last step that succeeded. */
    public int failures;

    StoredReports.Selection selection() {
        return new StoredReports.Selection(reportYears(), district, null);
    }

    List<Integer> reportYears() {
        return years == null ? null : Arrays.stream(years).map(Short::intValue).toList();
    }

    void finish(RevalidationState end, Instant now) {
        state = end;
        finishedAt = now;
    }
}
