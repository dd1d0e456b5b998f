package org.gongkai.registry.category;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A kind of bureau, for example finance, education or public security. */
@Entity
public class Category extends PanacheEntityBase {

    @Id
    public String code;

    public String name;
}
