package org.gongkai.audit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something that happened. Never changed: the database refuses it, too. */
@Entity
@Immutable
public class Event extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Instant at;

    public String actor;

    /** Where the request came from; null for what the service did by itself. */
    public String address;

    @Enumerated(EnumType.STRING)
    public EventType type;

    /** What it happened to: its path below {@code /api/v1/}. */
    public String subject;

    public String agency;

    public Short year;

    public Integer revision;

    /** What was, as JSON. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String before;

    /** What is, as JSON. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String after;

    /** What else there is to know, as JSON. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String detail;
}
