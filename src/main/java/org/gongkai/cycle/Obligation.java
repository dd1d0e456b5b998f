package org.gongkai.cycle;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import org.gongkai.registry.Agency;
import org.gongkai.registry.AgencyKind;
import org.gongkai.registry.Category;
import org.gongkai.registry.District;
import org.gongkai.registry.Districts;

/** A line of a roster: that an agency owes a report for a year, and who and where it was then. */
@Entity
public class Obligation extends PanacheEntityBase {

    @EmbeddedId
    public ObligationId id;

    public String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "district")
    public District district;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "category")
    public Category category;

    @Enumerated(EnumType.STRING)
    public AgencyKind kind;

    /** The last day on which it is in time; null for that of the cycle. */
    public LocalDate deadline;

    /** Whether it was taken off the roster again. */
    public boolean exempt;

    /** Why it is not as it was when the year was opened; null while it is. */
    public String reason;

    /** What an agency owes for a year, by what is known of that year's last day. */
    static Obligation of(Agency agency, int year) {
        LocalDate lastDay = LocalDate.of(year, 12, 31);
        Obligation obligation = new Obligation();
        obligation.id = new ObligationId((short) year, agency.code);
        obligation.name = agency.nameOn(lastDay);
        obligation.district = Districts.on(lastDay, agency.district);
        obligation.category = agency.category;
        obligation.kind = agency.kind;
        return obligation;
    }
}
