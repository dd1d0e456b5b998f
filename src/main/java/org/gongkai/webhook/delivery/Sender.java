package org.gongkai.webhook.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.gongkai.audit.AuditLog;
import org.gongkai.webhook.subscription.Delivery;
import org.gongkai.webhook.subscription.Secrets;
import org.gongkai.webhook.subscription.Webhook;
import org.gongkai.webhook.transport.Attempt;
import org.gongkai.webhook.transport.Failure;
import org.gongkai.webhook.transport.Receivers;
import org.gongkai.webhook.transport.SignedMessage;

/** Sends messages one after the other, and has each result stored. */
@ApplicationScoped
class Sender {

    private final Deliveries deliveries;
    private final Receivers receivers;
    private final Secrets secrets;
    private final DeliveryMetrics metrics;
    private final AuditLog auditLog;

    Sender(Deliveries deliveries, Receivers receivers, Secrets secrets, DeliveryMetrics metrics, AuditLog auditLog) {
        this.deliveries = deliveries;
        this.receivers = receivers;
        this.secrets = secrets;
        this.metrics = metrics;
        this.auditLog = auditLog;
    }

    /**
     * Delivers the next messages of a subscription, up to the first failure.
     *
     * @param goesOn returns after each message whether the replica still delivers
     * @return whether there may be more to deliver at once
     */
    boolean deliver(Claim claim, BooleanSupplier goesOn) {
        return deliveries.work(claim).map(work -> deliver(work, goesOn)).orElse(false);
    }

    private boolean deliver(Work work, BooleanSupplier goesOn) {
        int number = work.attempts() + 1;
        for (Message message : work.messages()) {
            Instant at = auditLog.now();
            Attempt attempt = attempt(work.url(), work.secret(), message, at);
            if (!attempt.isDelivered()) {
                deliveries.failed(work, message, attempt, at, number);
                return false;
            }
            boolean own = deliveries.delivered(work, message, attempt, at, number);
            if (!own || !goesOn.getAsBoolean()) {
                deliveries.release(work, message.cursor());
                return false;
            }
            number = 1;
        }
        deliveries.release(work, work.end());
        return work.messages().size() == Deliveries.TURN;
    }

    /** Sends a test message, once. */
    Delivery test(Webhook webhook) {
        Message message = deliveries.test(webhook.id);
        Instant at = auditLog.now();
        Attempt attempt = attempt(URI.create(webhook.url), secrets.of(webhook), message, at);
        return deliveries.tested(webhook.id, message, attempt, at);
    }

    private Attempt attempt(URI url, Optional<String> secret, Message message, Instant at) {
        Attempt attempt = secret.map(
                        known -> receivers.send(url, new SignedMessage(message.id(), at, message.body(), known)))
                .orElseGet(() -> Attempt.failed(Failure.SECRET, Duration.ZERO));
        metrics.count(attempt);
        return attempt;
    }
}
