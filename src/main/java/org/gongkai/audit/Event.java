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

/** An event of the audit log. It is never changed; the database refuses changes, too. */
@Entity
@Immutable
public class Event extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Instant at;

    public String actor;

    /** The network address of the client; null for actions of the service itself. */
    public String address;

    @Enumerated(EnumType.STRING)
    public EventType type;

    /** The changed object: its path below {@code /api/v1/}. */
    public String subject;

    public String agency;

    public Short year;

    public Integer revision;

    /** The previous state, as JSON. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String before;

    /** The new state, as JSON. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String after;

    /** Further information, as JSON. */
    @JdbcTypeCode(SqlTypes.JSON)
    public String detail;
}
