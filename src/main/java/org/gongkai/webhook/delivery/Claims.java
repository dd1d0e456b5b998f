package org.gongkai.webhook.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.gongkai.webhook.transport.WebhookConfig;
import org.hibernate.Session;

/**
 * Gives the right to deliver the events of a subscription to one replica at a time. The right ends by itself if the
 * replica does not renew it.
 */
@ApplicationScoped
class Claims {

    /** The time that a right lasts longer than an attempt can. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    /**
     * Claims the subscriptions that have waited longest. Those of agencies are looked up by the events of their agencies;
     * the others have something to read whenever there is a newer event.
     */
    private static final String CLAIM = """
            with newest as materialized (
                select transaction, id from event
                where transaction < pg_snapshot_xmin(pg_current_snapshot())
                order by transaction desc, id desc
                limit 1
            ), due as (
                select w.id
                from webhook w
                cross join lateral (select cast(cast(w.after_transaction as text) as xid8) as transaction) a
                where w.disabled_at is null
                  and w.next_attempt_at <= clock_timestamp()
                  and (w.leased_until is null or w.leased_until <= clock_timestamp())
                  and (w.attempts = 0 or :retries)
                  and (a.transaction, w.after_event) < (select n.transaction, n.id from newest n)
                  and (w.agencies is null
                       or exists (select 1 from event e
                                  where e.agency = any(w.agencies) and (e.transaction, e.id) > (a.transaction, w.after_event)
                                    and e.transaction < pg_snapshot_xmin(pg_current_snapshot())))
                order by w.next_attempt_at
                limit :limit
                for update of w skip locked
            )
            update webhook w
            set lease = :lease, leased_until = clock_timestamp() + make_interval(secs => :seconds)
            from due
            where w.id = due.id
            returning w.id""";

    private final Session session;
    private final double seconds;

    Claims(Session session, WebhookConfig config) {
        this.session = session;
        this.seconds = (config.timeout().toMillis() + MARGIN.toMillis()) / 1e3;
    }

    /**
     * Claims subscriptions that have something to deliver.
     *
     * @param retries whether subscriptions whose last delivery has failed are among them
     * @param limit maximum number of subscriptions
     */
    List<Claim> claim(boolean retries, int limit) {
        UUID lease = UUID.randomUUID();
        return QuarkusTransaction.requiringNew().call(() -> session
                .createNativeQuery(CLAIM, Long.class)
                .setParameter("retries", retries)
                .setParameter("limit", limit)
                .setParameter("lease", lease)
                .setParameter("seconds", seconds)
                .getResultList()
                .stream()
                .map(webhook -> new Claim(webhook, lease))
                .toList());
    }

    /** Returns the duration of a right, in seconds. */
    double seconds() {
        return seconds;
    }
}
