package org.gongkai.webhook.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.Cursor;
import org.gongkai.audit.EventFeed;
import org.gongkai.audit.EventType;
import org.gongkai.audit.FeedEntry;
import org.gongkai.security.Actor;
import org.gongkai.webhook.subscription.Delivery;
import org.gongkai.webhook.subscription.Secrets;
import org.gongkai.webhook.subscription.Webhook;
import org.gongkai.webhook.subscription.Webhooks;
import org.gongkai.webhook.transport.Attempt;
import org.gongkai.webhook.transport.Backoff;
import org.gongkai.webhook.transport.WebhookConfig;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Reads what is to be delivered, and stores the results. Each step is a short transaction of its own, so no connection is
 * in use while a receiver is called. A step that finds that its right has ended changes nothing.
 */
@ApplicationScoped
class Deliveries {

    /** The number of messages that a replica delivers before it gives the others a turn. */
    static final int TURN = 50;

    private static final String DELIVERED = """
            update webhook
            set after_transaction = case when replays = :replays then :transaction else after_transaction end,
                after_event = case when replays = :replays then :event else after_event end,
                attempts = 0, failing_since = null,
                leased_until = clock_timestamp() + make_interval(secs => :seconds)
            where id = :webhook and lease = :lease
            returning replays = :replays""";

    private static final String FAILED = """
            update webhook
            set attempts = attempts + 1, failing_since = coalesce(failing_since, clock_timestamp()),
                next_attempt_at = clock_timestamp() + make_interval(secs => :delay),
                disabled_at = case when :gone or failing_since <= clock_timestamp() - make_interval(secs => :patience)
                                   then clock_timestamp() end,
                lease = null, leased_until = null
            where id = :webhook and lease = :lease and replays = :replays
            returning disabled_at is not null""";

    private static final String RELEASE = """
            update webhook
            set after_transaction = case when replays = :replays then :transaction else after_transaction end,
                after_event = case when replays = :replays then :event else after_event end,
                next_attempt_at = clock_timestamp(), lease = null, leased_until = null
            where id = :webhook and lease = :lease""";

    private static final String FORGET = """
            delete from webhook_delivery
            where webhook = :webhook
              and id <= (select id from webhook_delivery where webhook = :webhook order by id desc offset :kept limit 1)""";

    private final Session session;
    private final EventFeed feed;
    private final Secrets secrets;
    private final AuditLog auditLog;
    private final ObjectMapper mapper;
    private final Backoff backoff;
    private final Duration patience;
    private final double lease;

    Deliveries(
            Session session,
            EventFeed feed,
            Secrets secrets,
            AuditLog auditLog,
            ObjectMapper mapper,
            Claims claims,
            WebhookConfig config) {
        this.session = session;
        this.feed = feed;
        this.secrets = secrets;
        this.auditLog = auditLog;
        this.mapper = mapper;
        this.backoff = new Backoff(config.firstRetry(), config.maxRetry(), () -> ThreadLocalRandom.current()
                .nextDouble());
        this.patience = config.disableAfter();
        this.lease = claims.seconds();
    }

    /** Returns the next messages of a subscription; empty if it was deleted. */
    Optional<Work> work(Claim claim) {
        return QuarkusTransaction.requiringNew().call(() -> {
            // The position is read first: the events up to it are then complete.
            Cursor newest = feed.newest();
            return Webhook.<Webhook>findByIdOptional(claim.webhook()).map(webhook -> work(claim, webhook, newest));
        });
    }

    private Work work(Claim claim, Webhook webhook, Cursor newest) {
        List<FeedEntry> entries = feed.following(webhook.cursor(), webhook.filter(), TURN);
        Cursor last = entries.isEmpty()
                ? webhook.cursor()
                : entries.get(entries.size() - 1).cursor();
        return new Work(
                claim,
                URI.create(webhook.url),
                secrets.of(webhook),
                webhook.replays,
                webhook.attempts,
                entries.stream().map(entry -> message(entry, webhook.office)).toList(),
                entries.size() < TURN ? last.max(newest) : last);
    }

    private Message message(FeedEntry entry, boolean full) {
        EventMessage content = EventMessage.of(entry, full);
        return new Message("event-" + content.id(), content.type(), json(content), entry.cursor());
    }

    /** Returns a test message of a subscription. */
    Message test(long webhook) {
        return new Message(
                "test-" + UUID.randomUUID(), EventMessage.TEST, json(EventMessage.test(webhook, auditLog.now())), null);
    }

    private String json(EventMessage content) {
        try {
            return mapper.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The message cannot be written as JSON", e);
        }
    }

    /**
     * Stores that a message was delivered.
     *
     * @return whether the next one can follow: the right has not ended, and the cursor was not moved by hand
     */
    boolean delivered(Work work, Message message, Attempt attempt, Instant at, int number) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Boolean> goesOn = bound(session.createNativeQuery(DELIVERED, Boolean.class), work, message.cursor())
                    .setParameter("seconds", lease)
                    .getResultList();
            if (!goesOn.isEmpty()) {
                log(work.claim().webhook(), message, attempt, at, number);
            }
            return goesOn.contains(true);
        });
    }

    /** Stores that a message was not delivered, and when it is sent again. The right ends. */
    void failed(Work work, Message message, Attempt attempt, Instant at, int number) {
        QuarkusTransaction.requiringNew().run(() -> {
            List<Boolean> disabled = session.createNativeQuery(FAILED, Boolean.class)
                    .setParameter("webhook", work.claim().webhook())
                    .setParameter("lease", work.claim().lease())
                    .setParameter("replays", work.replays())
                    .setParameter("delay", backoff.after(number).toMillis() / 1e3)
                    .setParameter("gone", attempt.isGone())
                    .setParameter("patience", (double) patience.toSeconds())
                    .getResultList();
            if (!disabled.isEmpty()) {
                log(work.claim().webhook(), message, attempt, at, number);
                forget(work.claim().webhook());
            }
            if (disabled.contains(true)) {
                recordDisabled(work.claim().webhook(), attempt);
            }
        });
    }

    private void recordDisabled(long webhook, Attempt attempt) {
        auditLog.record(
                Webhooks.entry(EventType.WEBHOOK_DISABLED, Webhook.findById(webhook))
                        .with(Map.of("failure", attempt.isGone() ? "GONE" : attempt.failure())),
                Actor.SYSTEM);
    }

    /**
     * Ends the right.
     *
     * @param position the position up to which everything was delivered
     */
    void release(Work work, Cursor position) {
        QuarkusTransaction.requiringNew().run(() -> {
            bound(session.createNativeQuery(RELEASE, Object.class), work, position)
                    .executeUpdate();
            forget(work.claim().webhook());
        });
    }

    private static <T> NativeQuery<T> bound(NativeQuery<T> query, Work work, Cursor position) {
        return query.setParameter("webhook", work.claim().webhook())
                .setParameter("lease", work.claim().lease())
                .setParameter("replays", work.replays())
                .setParameter("transaction", position.transaction())
                .setParameter("event", position.id());
    }

    /** Stores the result of a test, and returns it. */
    Delivery tested(long webhook, Message message, Attempt attempt, Instant at) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Delivery delivery = log(webhook, message, attempt, at, 1);
            forget(webhook);
            return delivery;
        });
    }

    private Delivery log(long webhook, Message message, Attempt attempt, Instant at, int number) {
        Delivery delivery = new Delivery();
        delivery.webhook = webhook;
        delivery.messageId = message.id();
        delivery.type = message.type();
        delivery.cursor = message.cursor() == null ? null : message.cursor().toString();
        delivery.attempt = number;
        delivery.at = at;
        delivery.millis = attempt.duration().toMillis();
        delivery.status = attempt.status();
        delivery.failure = attempt.failure();
        delivery.persist();
        return delivery;
    }

    private void forget(long webhook) {
        session.createNativeMutationQuery(FORGET)
                .setParameter("webhook", webhook)
                .setParameter("kept", Delivery.KEPT)
                .executeUpdate();
    }
}
