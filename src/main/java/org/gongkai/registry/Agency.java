package org.gongkai.registry;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** An administrative organ that owes a report each year. */
@Entity
public class Agency extends PanacheEntityBase {

    @Id
    public String code;

    public String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "district")
    public District district;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "category")
    public Category category;

    @Enumerated(EnumType.STRING)
    public AgencyKind kind;

    /** Whether it has the power to make rules (规章): governments of provinces and of cities divided into districts have. */
    public boolean mayMakeRules() {
        return kind == AgencyKind.GOVERNMENT && district.level <= DistrictLevel.CITY.rank();
    }
}
