package org.gongkai.registry.district;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;

/** An administrative division. */
@Entity
public class District extends PanacheEntityBase {

    @Id
    public String code;

    public String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent")
    public District parent;

    /** The level, as {@link DistrictLevel#rank()}, so that the database can sort by it. */
    public short level;

    /** The codes from the topmost division down to this one, each followed by a slash. */
    public String path;

    /** The first day of its existence under this code; null if unknown. */
    public LocalDate validFrom;

    /** The last day of its existence under this code; null while it exists. */
    public LocalDate validTo;

    /** The division that replaced it after its end; null if there is none. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "successor")
    public District successor;

    /** Returns whether the division exists on a day; an unknown first day counts as always. */
    boolean existsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    /** Returns whether {@code other} is this division or a division inside it. */
    boolean contains(District other) {
        return other.path.startsWith(path);
    }
}
