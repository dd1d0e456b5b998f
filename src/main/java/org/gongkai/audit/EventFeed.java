package org.gongkai.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * The events in the order of their transactions, which never changes. It omits events of transactions that may still be
 * open, so that no event can appear before one that was already read. Every method needs a transaction.
 */
@ApplicationScoped
public class EventFeed {

    private static final String FOLLOWING = """
            select e.*, cast(e.transaction as text) || '-' || cast(e.id as text) as cursor
            from event e
            where e.transaction < pg_snapshot_xmin(pg_current_snapshot())%s%s
            order by %s
            limit :limit""";

    private static final String NEWEST = """
            select cast(transaction as text) || '-' || cast(id as text)
            from event
            where transaction < pg_snapshot_xmin(pg_current_snapshot())
            order by transaction desc, id desc
            limit 1""";

    private final Session session;

    EventFeed(Session session) {
        this.session = session;
    }

    /** Returns the next events after a position, the oldest first. */
    public List<FeedEntry> following(Cursor after, EventFilter filter, int limit) {
        return following(after, EventOrder.OLDEST_FIRST, filter, limit);
    }

    /** Returns the next events after a position in an order. The beginning of the log stands for that of the order. */
    List<FeedEntry> following(Cursor after, EventOrder order, EventFilter filter, int limit) {
        String position = after.isBeginning() ? "" : " and " + order.following();
        NativeQuery<Object[]> query = session.createNativeQuery(
                        FOLLOWING.formatted(position, filter.condition(), order.sort()), Object[].class)
                .addEntity(Event.class)
                .addScalar("cursor", String.class)
                .setParameter("limit", limit);
        if (!after.isBeginning()) {
            query.setParameter("transaction", after.transaction()).setParameter("id", after.id());
        }
        if (filter.agencies() != null) {
            query.setParameter("agencies", filter.agencies());
        }
        if (filter.types() != null) {
            query.setParameter("types", filter.types());
        }
        if (filter.years() != null) {
            query.setParameter("years", filter.years());
        }
        return query.getResultList().stream()
                .map(row -> new FeedEntry((Event) row[0], Cursor.fromString((String) row[1])))
                .toList();
    }

    /** Returns the position of the newest event: every event that is read later comes after it. */
    public Cursor newest() {
        return session.createNativeQuery(NEWEST, String.class).getResultList().stream()
                .map(Cursor::fromString)
                .findFirst()
                .orElse(Cursor.BEGINNING);
    }
}
