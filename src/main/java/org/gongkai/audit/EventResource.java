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
import org.gongkai.security.Access;
import org.gongkai.security.Role;

/** The audit log. */
@Path("/api/v1/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
public class EventResource {

    private final EventFeed feed;
    private final Cursors cursors;
    private final Access access;

    EventResource(EventFeed feed, Cursors cursors, Access access) {
        this.feed = feed;
        this.cursors = cursors;
        this.access = access;
    }

    /**
     * Lists all changes, in an order that never changes. A client that passes the cursor of the previous answer reads
     * every event once, in the order of transactions. Events of one transaction stay together. A cursor that is
     * answered 410 was issued before the database was restored to an earlier state: events that were read after that
     * state did not happen, and must be discarded. A submitter reads the events about the agencies and years of its token,
     * without network addresses. The oversight office reads all, unless its token is limited. With {@code desc}, the list
     * starts at the newest event, and goes on with earlier ones; later events do not change its following parts.
     *
     * @param after the cursor from the previous answer; without it, the list starts at the first event in its order
     * @param order order of the list: the oldest event first, or the newest
     * @param limit maximum number of events
     */
    @GET
    @Transactional
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT})
    @Operation(summary = "List events of the audit log")
    public Events listEvents(
            @QueryParam("after") @DefaultValue("0-0") Cursor after,
            @QueryParam("order") @DefaultValue("asc") EventOrder order,
            @QueryParam("limit") @DefaultValue("100") Limit limit) {
        cursors.require(after);
        List<FeedEntry> events = feed.following(after, order, filter(), limit.value());
        Cursor next = events.isEmpty() ? after : events.get(events.size() - 1).cursor();
        boolean isOffice = access.isOversight();
        return new Events(
                events.stream()
                        .map(entry -> EventEntry.of(entry.event()))
                        .map(entry -> isOffice ? entry : entry.withoutAddress())
                        .toList(),
                next.toString());
    }

    /** Returns the events that the caller may read. */
    private EventFilter filter() {
        EventFilter ofYears = EventFilter.ALL.ofYears(access.years()
                .named()
                .map(years -> years.toArray(Integer[]::new))
                .orElse(null));
        return access.overseesAllAgencies()
                ? ofYears
                : ofYears.ofAgencies(access.registeredAgencies().toArray(String[]::new));
    }
}
