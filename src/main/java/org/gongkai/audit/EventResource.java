package org.gongkai.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.security.Role;
import org.hibernate.Session;

/** The audit log. */
@Path("/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
public class EventResource {

    /**
     * Omits events of transactions that may still be open, so that no event can appear before one that was already
     * read.
     */
    private static final String FOLLOWING = """
            select * from event
            where (transaction, id) > (cast(cast(:transaction as text) as xid8), :id)
              and transaction < pg_snapshot_xmin(pg_current_snapshot())
            order by transaction, id
            limit :limit""";

    private static final String CURSOR =
            "select cast(transaction as text) || '-' || cast(id as text) from event where id = :id";

    private final Session session;
    private final Cursors cursors;

    EventResource(Session session, Cursors cursors) {
        this.session = session;
        this.cursors = cursors;
    }

    /**
     * Lists all changes, in an order that never changes. A client that passes the cursor of the previous answer reads
     * every event once, in the order of transactions. Events of one transaction stay together. A cursor that is
     * answered 410 was issued before the database was restored to an earlier state: events that were read after that
     * state did not happen, and must be discarded.
     *
     * @param after the cursor from the previous answer; without it, the list starts at the beginning
     * @param limit maximum number of events
     */
    @GET
    @Transactional
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "List events of the audit log")
    public Events listEvents(
            @QueryParam("after") @DefaultValue("0-0") Cursor after,
            @QueryParam("limit") @DefaultValue("100") Limit limit) {
        cursors.require(after);
        List<Event> events = session.createNativeQuery(FOLLOWING, Event.class)
                .setParameter("transaction", after.transaction())
                .setParameter("id", after.id())
                .setParameter("limit", limit.value())
                .getResultList();
        String next = events.isEmpty() ? after.toString() : cursor(events.get(events.size() - 1));
        return new Events(events.stream().map(EventEntry::of).toList(), next);
    }

    private String cursor(Event last) {
        return session.createNativeQuery(CURSOR, String.class)
                .setParameter("id", last.id)
                .getSingleResult();
    }
}
