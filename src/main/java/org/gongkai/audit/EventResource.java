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
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.security.Role;
import org.hibernate.Session;

/** The trail of what happened. */
@Path("/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
public class EventResource {

    /** What transactions that may still commit have written stays unseen, so that nothing appears before what was seen. */
    private static final String FOLLOWING = """
            select * from event
            where (transaction, id) > (cast(cast(:transaction as text) as xid8), :id)
              and transaction < pg_snapshot_xmin(pg_current_snapshot())
            order by transaction, id
            limit :most""";

    private static final String EXISTS =
            "select exists (select from event where transaction = cast(cast(:transaction as text) as xid8) and id = :id)";

    private static final String CURSOR =
            "select cast(transaction as text) || '-' || cast(id as text) from event where id = :id";

    private final Session session;

    EventResource(Session session) {
        this.session = session;
    }

    /**
     * Lists every change, in an order that never changes: asked for what comes after the last part, it gives every event
     * once, in the order of transactions. What happened together has one transaction. A cursor that is told to be gone was given before
     * the database was set back to an earlier state: what was read after that state has not happened, and is to be forgotten.
     *
     * @param after where to go on, from the last answer; without it, from the beginning
     * @param limit most events to give
     */
    @GET
    @Transactional
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "List what happened")
    public Events listEvents(
            @QueryParam("after") @DefaultValue("0-0") Cursor after,
            @QueryParam("limit") @DefaultValue("100") Limit limit) {
        if (!after.isBeginning() && !exists(after)) {
            throw ProblemException.of(ProblemType.CURSOR_GONE);
        }
        List<Event> events = session.createNativeQuery(FOLLOWING, Event.class)
                .setParameter("transaction", after.transaction())
                .setParameter("id", after.id())
                .setParameter("most", limit.value())
                .getResultList();
        String next = events.isEmpty() ? after.toString() : cursor(events.get(events.size() - 1));
        return new Events(events.stream().map(EventEntry::of).toList(), next);
    }

    /** No event is ever deleted: where one is missing, the database has been set back. */
    private boolean exists(Cursor cursor) {
        return session.createNativeQuery(EXISTS, Boolean.class)
                .setParameter("transaction", cursor.transaction())
                .setParameter("id", cursor.id())
                .getSingleResult();
    }

    private String cursor(Event last) {
        return session.createNativeQuery(CURSOR, String.class)
                .setParameter("id", last.id)
                .getSingleResult();
    }
}
