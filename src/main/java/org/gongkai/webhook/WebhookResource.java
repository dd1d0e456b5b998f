package org.gongkai.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.Cursor;
import org.gongkai.http.Caller;
import org.gongkai.http.body.Body;
import org.gongkai.http.listing.Criteria;
import org.gongkai.http.listing.ListOrder;
import org.gongkai.http.listing.ListQuery;
import org.gongkai.http.listing.Page;
import org.gongkai.http.listing.Paging;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.security.Access;
import org.gongkai.security.Role;
import org.gongkai.webhook.delivery.TestMessages;
import org.gongkai.webhook.subscription.Delivery;
import org.gongkai.webhook.subscription.Webhook;
import org.gongkai.webhook.subscription.Webhooks;
import org.jboss.resteasy.reactive.RestResponse;

/** Subscriptions to events: the oversight office has its own and sees all, an agency sees its own. */
@Path("/api/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
public class WebhookResource {

    private final Webhooks webhooks;
    private final WebhookCheck check;
    private final TestMessages tests;
    private final Caller caller;
    private final Access access;

    WebhookResource(Webhooks webhooks, WebhookCheck check, TestMessages tests, Caller caller, Access access) {
        this.webhooks = webhooks;
        this.check = check;
        this.tests = tests;
        this.caller = caller;
        this.access = access;
    }

    /** Lists subscriptions, the newest first. */
    @GET
    @Transactional
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT})
    @Operation(summary = "List webhooks")
    public RestResponse<Page<WebhookEntry>> listWebhooks(@BeanParam Paging paging) {
        Criteria criteria = new Criteria();
        if (!access.isUnlimitedOversight()) {
            criteria.and("id in :own", "own", webhooks.of(access.registeredAgencies(), access.isOversight()));
        }
        Page<Webhook> page = paging.of(new ListQuery<>(
                (condition, sort, values) -> Webhook.find(condition, sort, values),
                criteria,
                ListOrder.<Webhook>byNumberDescending("id", webhook -> webhook.id)));
        return paging.answer(page.map(WebhookEntry::of));
    }

    /**
     * Subscribes a system to events. From now on, each event is sent to it as a POST request, signed with the secret in this
     * answer, by the conventions of Standard Webhooks. Messages arrive at least once, in the order of the audit log. An
     * agency gets the events about itself, without the names of those who acted, as long as it has a valid token. A token of
     * the oversight office that is limited to districts subscribes for their agencies.
     *
     * @param request the URL of the system, and the events to send
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT})
    @Operation(summary = "Create a webhook")
    @APIResponse(
            responseCode = "201",
            description = "Created. The secret is not shown again",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WebhookEntry.class)))
    public RestResponse<WebhookEntry> createWebhook(WebhookRequest request) {
        Webhook webhook = check.checked(Body.required(request));
        String secret = webhooks.add(webhook, caller.actor());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, WebhookEntry.of(webhook, secret))
                .header(HttpHeaders.LOCATION, "/api/v1/webhooks/" + webhook.id)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /**
     * Returns a subscription and its state.
     *
     * @param id number of the subscription
     */
    @GET
    @Path("/{id}")
    @Transactional
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT})
    @Operation(summary = "Get a webhook")
    public WebhookEntry getWebhook(@PathParam("id") WebhookNumber id) {
        return WebhookEntry.of(require(id));
    }

    /**
     * Deletes a subscription with the log of its deliveries.
     *
     * @param id number of the subscription
     */
    @DELETE
    @Path("/{id}")
    @Transactional
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT})
    @Operation(summary = "Delete a webhook")
    public void deleteWebhook(@PathParam("id") WebhookNumber id) {
        webhooks.delete(require(id), caller.actor());
    }

    /**
     * Lists the attempts to deliver messages, the newest first. At least the last 500 of each subscription are kept.
     *
     * @param id number of the subscription
     */
    @GET
    @Path("/{id}/deliveries")
    @Transactional
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT})
    @Operation(summary = "List deliveries of a webhook")
    public RestResponse<Page<DeliveryEntry>> listDeliveries(
            @PathParam("id") WebhookNumber id, @BeanParam Paging paging) {
        Page<Delivery> page = paging.of(new ListQuery<>(
                (condition, sort, values) -> Delivery.find(condition, sort, values),
                new Criteria().and("webhook = :webhook", "webhook", require(id).id),
                ListOrder.<Delivery>byNumberDescending("id", delivery -> delivery.id)));
        return paging.answer(page.map(DeliveryEntry::of));
    }

    /**
     * Delivers again all events after a position in the audit log, or goes on where the subscription has stopped. A
     * disabled subscription is enabled. To leave out an event that the receiver cannot process, name its own position. A
     * position that is answered 410 is from before the database was restored to an earlier state.
     *
     * @param id number of the subscription
     * @param after the position; 0-0 for the beginning; without it, the subscription goes on
     */
    @POST
    @Path("/{id}/replay")
    @Consumes(MediaType.WILDCARD)
    @Transactional
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT})
    @Operation(summary = "Deliver events again")
    public WebhookEntry replayWebhook(@PathParam("id") WebhookNumber id, @QueryParam("after") Cursor after) {
        Webhook webhook = require(id);
        webhooks.replay(webhook, after, caller.actor());
        return WebhookEntry.of(webhook);
    }

    /**
     * Sends a test message, once, and answers with the result. The message is signed like any other; its type is TEST.
     * The events that wait are not affected.
     *
     * @param id number of the subscription
     */
    @POST
    @Path("/{id}/test")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT})
    @Operation(summary = "Send a test message")
    public Uni<DeliveryEntry> testWebhook(@PathParam("id") WebhookNumber id) {
        // The transaction ends before the message is sent: a receiver that hangs keeps no connection.
        Webhook webhook = QuarkusTransaction.requiringNew().call(() -> {
            Webhook found = require(id);
            webhooks.test(found, caller.actor());
            return found;
        });
        return tests.send(webhook).map(DeliveryEntry::of);
    }

    /** Returns a subscription that the caller may see. */
    private Webhook require(WebhookNumber id) {
        return Webhook.<Webhook>findByIdOptional(id.value())
                .filter(webhook -> access.isUnlimitedOversight()
                        || webhook.isOf(access.registeredAgencies(), access.isOversight()))
                .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_WEBHOOK));
    }
}
