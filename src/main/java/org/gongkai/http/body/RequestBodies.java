package org.gongkai.http.body;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.Set;
import org.gongkai.http.load.ByteBudget.Reservation;
import org.gongkai.http.load.Client;
import org.gongkai.http.load.FairSlots;
import org.gongkai.http.load.FairSlots.Slot;
import org.gongkai.http.load.LoadControl;
import org.gongkai.http.load.LoadLimits;
import org.gongkai.http.load.Overload;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Receives the bodies of permitted requests before a thread works on them, and lets expensive ones wait for their turn. A
 * batch is not received as a whole; it only waits for its turn.
 */
public class RequestBodies {

    /** The priority of the filter: after authorization, before everything that uses the body. */
    private static final int PRIORITY = Priorities.AUTHORIZATION + 100;

    /** Methods whose bodies no operation reads. */
    static final Set<String> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private static final String ROOM = "org.gongkai.room";
    private static final String SLOT = "org.gongkai.slot";

    private final BodyLimit.Limits sizes;
    private final LoadLimits limits;
    private final LoadControl load;

    RequestBodies(BodyLimit.Limits sizes, LoadLimits limits, LoadControl load) {
        this.sizes = sizes;
        this.limits = limits;
        this.load = load;
    }

    @ServerRequestFilter(nonBlocking = true, priority = PRIORITY)
    Uni<Void> receive(ContainerRequestContext request, ResourceInfo resource, RoutingContext context) {
        if (WITHOUT_BODY.contains(request.getMethod())) {
            return null;
        }
        Method operation = resource.getResourceMethod();
        Client client =
                Client.of(request.getSecurityContext(), context.request().remoteAddress());
        if (operation.isAnnotationPresent(ReadsItems.class)) {
            context.addEndHandler(answered -> IncomingBody.closeUnlessComplete(context));
            return slot(load.batches(), client, context);
        }
        if (operation.isAnnotationPresent(TakesDocument.class)) {
            return body(sizes.document().asLongValue(), client, request, context)
                    .chain(received -> slot(load.documents(), client, context));
        }
        return body(sizes.body().asLongValue(), client, request, context);
    }

    private Uni<Void> body(long limit, Client client, ContainerRequestContext request, RoutingContext context) {
        if (announced(request) > limit) {
            throw IncomingBody.refuse(context, ReceivedBody.tooLarge(limit));
        }
        Reservation room = load.bodies().open(client);
        context.put(ROOM, room);
        Arrival arrival = new Arrival(limits.bodyGrace(), limits.bodyRate().asLongValue());
        return new IncomingBody(context, limit, arrival, room)
                .receive()
                .invoke(request::setEntityStream)
                .replaceWithVoid();
    }

    private static long announced(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    /** Waits for a slot. The request continues on its event loop. */
    private static Uni<Void> slot(FairSlots slots, Client client, RoutingContext context) {
        Context loop = Vertx.currentContext();
        return Uni.createFrom()
                .completionStage(() -> slots.acquire(client))
                .emitOn(task -> loop.runOnContext(now -> task.run()))
                .onFailure()
                .transform(late -> IncomingBody.refuse(context, Overload.busy()))
                .invoke(slot -> context.put(SLOT, slot))
                .replaceWithVoid();
    }

    /** Returns the memory that is reserved for the body of a request. */
    static Reservation room(RoutingContext context) {
        return context.get(ROOM);
    }

    /**
     * Returns the slot of a request whose work goes on while its answer is sent. The caller must close it; otherwise it
     * ends when the answer begins.
     */
    public static Slot keepSlot(RoutingContext context) {
        return context.remove(SLOT);
    }

    @ServerResponseFilter
    void release(RoutingContext context) {
        if (context.get(ROOM) instanceof Reservation room) {
            room.close();
        }
        if (context.get(SLOT) instanceof Slot slot) {
            slot.close();
        }
    }
}
