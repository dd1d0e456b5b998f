package org.gongkai.filing.worklist;

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
import org.gongkai.filing.revision.RevisionId;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.category.Category;
import org.gongkai.registry.district.District;
import org.hibernate.annotations.Immutable;

/** A revision on the work list, which the database derives. */
@Entity
@Immutable
@Table(name = "work_item")
public class WorkItem extends PanacheEntityBase {

    /** Separates the ids of rules. */
    static final String SEPARATOR = ",";

    @EmbeddedId
    public RevisionId id;

    @Enumerated(EnumType.STRING)
    public WorkState state;

    /** The current name of the agency. */
    public String name;

    @Enumerated(EnumType.STRING)
    public AgencyKind kind;

    /** The current district of the agency. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "district")
    public District district;

    /** The current category of the agency. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "category")
    public Category category;

    public Instant submittedAt;

    public String contentHash;

    /** The time since which it is on the list. */
    public Instant since;

    /** The number of open warnings; of a revision in force, those that opened while it was in force. */
    public long openWarnings;

    /** The sum of the weights of these warnings. */
    public long weight;

    /** The ids of the rules of these warnings, sorted. */
    public String rules;

    /** True if an earlier revision of the report is or was in force. */
    public boolean correction;

    /** The last day in time. */
    public LocalDate due;

    /** True if the first submission was after that day. */
    public boolean late;
}
