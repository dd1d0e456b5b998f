package org.gongkai.filing.sandbox;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.gongkai.filing.certification.TestCase;

/** A case of the certification that the holder of a test token has shown. */
@Entity
@Table(name = "sandbox_evidence")
public class ShownCase extends PanacheEntityBase {

    @EmbeddedId
    public HolderCase id;

    /** The agency of the report by which it was shown first; null if there is none. */
    public String agency;

    /** The year of that report; null if there is none. */
    public Short year;

    /** The time at which it was shown first. */
    public Instant at;

    public Instant lastAt;

    /** The number of requests that have shown it. */
    public long times;

    /**
     * The key of a case that was shown.
     *
     * @param holder subject of the token
     * @param shown the case
     */
    @Embeddable
    public record HolderCase(
            String holder, @Enumerated(EnumType.STRING) TestCase shown) {}
}
