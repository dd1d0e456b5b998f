package org.gongkai.webhook.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.audit.AuditEntry;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.Cursor;
import org.gongkai.audit.Cursors;
import org.gongkai.audit.EventFeed;
import org.gongkai.audit.EventType;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.security.Actor;
import org.gongkai.text.Text;
import org.gongkai.webhook.transport.Signature;
import org.gongkai.webhook.transport.WebhookConfig;
import org.hibernate.Session;

/** The subscriptions. Every method needs a transaction. */
@ApplicationScoped
public class Webhooks {

    /** Lets one subscription be made at a time, so that none exceeds the limit. */
    private static final String ONE_AT_A_TIME = "select 1 from pg_advisory_xact_lock(hashtext('webhook'))";

    private static final String OF_OFFICE = "select count(*) from webhook where office";

    private static final String OF_BUSIEST_AGENCY = """
            select coalesce(max(s.number), 0)
            from (select count(*) as number
                  from webhook w cross join unnest(w.agencies) as a (code)
                  where not w.office and a.code = any(cast(:agencies as text[]))
                  group by a.code) s""";

    private static final String OWN =
            "select id from webhook where (:oversees or not office) and agencies <@ cast(:agencies as text[])";

    private static final String DELIVER_NOW = "update webhook set next_attempt_at = clock_timestamp() where id = :id";

    private final Session session;
    private final Secrets secrets;
    private final EventFeed feed;
    private final Cursors cursors;
    private final AuditLog auditLog;
    private final int limit;

    Webhooks(
            Session session,
            Secrets secrets,
            EventFeed feed,
            Cursors cursors,
            AuditLog auditLog,
            WebhookConfig config) {
        this.session = session;
        this.secrets = secrets;
        this.feed = feed;
        this.cursors = cursors;
        this.auditLog = auditLog;
        this.limit = config.subscriptions();
    }

    /**
     * Stores a new subscription, for the events from now on.
     *
     * @param webhook what it is for; the other members are set here
     * @return the secret, which is not shown again
     * @throws ProblemException if there are too many
     */
    public String add(Webhook webhook, Actor actor) {
        session.createNativeQuery(ONE_AT_A_TIME, Integer.class).getSingleResult();
        refuseTooMany(webhook);
        String secret = Signature.newSecret();
        webhook.secret = secrets.stored(secret);
        webhook.createdAt = auditLog.now();
        webhook.createdBy = actor.name();
        Cursor newest = feed.newest();
        webhook.afterTransaction = newest.transaction();
        webhook.afterEvent = newest.id();
        webhook.persistAndFlush();
        auditLog.record(entry(EventType.WEBHOOK_CREATED, webhook).to(summary(webhook)), actor);
        return secret;
    }

    private void refuseTooMany(Webhook webhook) {
        Number number = webhook.office
                ? session.createNativeQuery(OF_OFFICE, Long.class).getSingleResult()
                : session.createNativeQuery(OF_BUSIEST_AGENCY, Long.class)
                        .setParameter("agencies", webhook.agencies)
                        .getSingleResult();
        if (number.longValue() >= limit) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_WEBHOOKS,
                    new Text("最多可有 %s 个订阅，请先删除不用的", "At most %s subscriptions are allowed; delete one that is not used")
                            .with(limit));
        }
    }

    /** Returns the numbers of the subscriptions for which {@link Webhook#isOf} holds. */
    public List<Long> of(Set<String> agencies, boolean oversees) {
        return session.createNativeQuery(OWN, Long.class)
                .setParameter("oversees", oversees)
                .setParameter("agencies", agencies.toArray(String[]::new))
                .getResultList();
    }

    /** Deletes a subscription. A delivery that has begun may still arrive. */
    public void delete(Webhook webhook, Actor actor) {
        auditLog.record(entry(EventType.WEBHOOK_DELETED, webhook).from(summary(webhook)), actor);
        webhook.delete();
    }

    /**
     * Delivers again the events after a position, or goes on where the subscription has stopped.
     *
     * @param after the position; {@code null} to go on
     * @throws ProblemException if the position does not exist
     */
    public void replay(Webhook webhook, Cursor after, Actor actor) {
        Cursor cursor = after == null ? webhook.cursor() : after;
        cursors.require(cursor);
        webhook.moveTo(cursor);
        webhook.persistAndFlush();
        session.createNativeMutationQuery(DELIVER_NOW)
                .setParameter("id", webhook.id)
                .executeUpdate();
        session.refresh(webhook);
        auditLog.record(entry(EventType.WEBHOOK_REPLAYED, webhook).with(Map.of("after", cursor.toString())), actor);
    }

    /** Records that a test message is sent. */
    public void test(Webhook webhook, Actor actor) {
        auditLog.record(entry(EventType.WEBHOOK_TESTED, webhook), actor);
    }

    /** Returns the entry of the audit log for an event of a subscription. That of one agency is about the agency. */
    public static AuditEntry entry(EventType type, Webhook webhook) {
        AuditEntry entry = AuditEntry.of(type, "webhooks/" + webhook.id, null, null);
        return webhook.agencies != null && webhook.agencies.length == 1 ? entry.about(webhook.agencies[0]) : entry;
    }

    /** Returns what the audit log keeps: the site, without path and query, which may contain secrets of the receiver. */
    private static Map<String, Object> summary(Webhook webhook) {
        URI url = URI.create(webhook.url);
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("site", url.getScheme() + "://" + url.getRawAuthority());
        summary.put("events", webhook.types());
        if (webhook.agencies != null) {
            summary.put("agencies", webhook.agencies);
        }
        return summary;
    }
}
