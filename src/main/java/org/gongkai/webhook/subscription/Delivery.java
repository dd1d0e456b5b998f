package org.gongkai.webhook.subscription;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.gongkai.webhook.transport.Failure;
import org.hibernate.annotations.Immutable;

/** An attempt to deliver a message. The last attempts of each subscription are kept. */
@Entity
@Immutable
@Table(name = "webhook_delivery")
public class Delivery extends PanacheEntityBase {

    /** The number of attempts that are kept of each subscription. */
    public static final int KEPT = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Long webhook;

    public String messageId;

    /** The type of the event, or {@code TEST}. */
    public String type;

    /** The position of the event in the audit log; null for a test. */
    public String cursor;

    public int attempt;

    public Instant at;

    /** Duration in milliseconds. */
    public long millis;

    /** Status of the answer; null if there was none. */
    public Integer status;

    /** Reason of the failure; null if the message was delivered. */
    @Enumerated(EnumType.STRING)
    public Failure failure;
}
