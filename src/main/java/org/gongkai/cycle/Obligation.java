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
import org.gongkai.registry.agency.Agency;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.category.Category;
import org.gongkai.registry.district.District;
import org.gongkai.registry.district.Districts;

/**
 * A line of a roster: the obligation of an agency to report on a year, with its name, district and category at that
 * time.
 */
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

    /** The individual deadline; null for the deadline of the cycle. */
    public LocalDate deadline;

    /** The exemption: true if the agency owes no report. */
    public boolean exempt;

    /** The reason of the last change; null if the line is the same as when the year was opened. */
    public String reason;

    /** Creates the obligation of an agency for a year, with its properties on the last day of that year. */
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
