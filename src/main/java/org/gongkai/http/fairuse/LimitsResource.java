package org.gongkai.http.fairuse;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.http.body.BodyLimit;
import org.gongkai.http.fairuse.PublishedLimits.Answers;
import org.gongkai.http.fairuse.PublishedLimits.Batches;
import org.gongkai.http.fairuse.PublishedLimits.Bodies;
import org.gongkai.http.fairuse.PublishedLimits.Documents;
import org.gongkai.http.fairuse.PublishedLimits.Head;
import org.gongkai.http.fairuse.PublishedLimits.Queries;
import org.gongkai.http.fairuse.PublishedLimits.Requests;
import org.gongkai.http.load.LoadControl;
import org.gongkai.http.load.LoadLimits;
import org.gongkai.http.semantics.HeadLimits;

/** The limits of the service. */
@Path("/api/v1/limits")
@Tag(name = "service")
public class LimitsResource {

    private final LoadLimits limits;
    private final LoadControl load;
    private final BodyLimit.Limits bodies;
    private final HeadLimits.Limits head;

    LimitsResource(LoadLimits limits, LoadControl load, BodyLimit.Limits bodies, HeadLimits.Limits head) {
        this.limits = limits;
        this.load = load;
        this.bodies = bodies;
        this.head = head;
    }

    /**
     * Returns the limits on requests. A request beyond the share of its client is answered 429, and one for which the
     * service has no room at present 503; both name the time to wait in Retry-After. The headers RateLimit and
     * RateLimit-Policy of other answers tell what is left of the share.
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "Get the limits of the service")
    public PublishedLimits getLimits() {
        return new PublishedLimits(
                limits.fairUse(), requests(), queries(), documents(), bodies(), answers(), batches(), head());
    }

    private Requests requests() {
        return new Requests(
                limits.requestRate(), limits.requestBurst(), limits.concurrentRequests(), limits.pipelined());
    }

    private Queries queries() {
        return new Queries(
                load.queries().total(),
                load.queries().perClient(),
                load.largeQueries().total(),
                load.exports().total(),
                limits.queryCost(),
                limits.maxWait().toSeconds());
    }

    private Documents documents() {
        return new Documents(load.documents().total(), load.documents().perClient());
    }

    private Answers answers() {
        return new Answers(load.answers().total(), limits.readStall().toSeconds());
    }

    private Bodies bodies() {
        return new Bodies(
                bodies.body().asLongValue(),
                bodies.document().asLongValue(),
                load.bodies().total(),
                load.bodies().perClient(),
                limits.bodyGrace().toSeconds(),
                limits.bodyRate().asLongValue());
    }

    private Batches batches() {
        return new Batches(
                load.batches().total(),
                load.batches().perClient(),
                bodies.unpacked().asLongValue(),
                load.spool().total(),
                limits.batchRate().asLongValue());
    }

    private Head head() {
        return new Head(head.address().asLongValue(), head.headers().asLongValue());
    }
}
