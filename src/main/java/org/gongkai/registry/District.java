package org.gongkai.registry;

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

    /** {@link DistrictLevel#rank()}, so that the database can order by it. */
    public short level;

    /** The codes from the topmost division down to this one, each followed by a slash. */
    public String path;

    /** The first day on which it exists under this code; null where that is not known. */
    public LocalDate validFrom;

    /** The last day on which it exists under this code; null while it does. */
    public LocalDate validTo;

    /** What it became after its end; null where it became nothing. */
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "successor")
    public District successor;

    /** Whether {@code other} is this division or lies within it. */
    boolean contains(District other) {
        return other.path.startsWith(path);
    }
}
