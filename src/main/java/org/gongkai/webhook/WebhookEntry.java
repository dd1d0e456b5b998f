package org.gongkai.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.audit.Cursor;
import org.gongkai.audit.EventType;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.NameLength;
import org.gongkai.webhook.subscription.Webhook;
import org.gongkai.webhook.transport.ReceiverUrl;

/**
 * A subscription to events.
 *
 * @param id number of the subscription
 * @param url URL of the receiver
 * @param events types of the events that are sent
 * @param agencies codes of the agencies whose events are sent; absent if all events are
 * @param status state of the subscription
 * @param after position in the audit log: the events up to it were delivered
 * @param failingSince time of the first failure since the last success; absent if there is none
 * @param nextAttemptAt time of the next attempt; only while deliveries fail
 * @param disabledAt time at which the service stopped to deliver; absent if it has not
 * @param createdAt time at which it was made
 * @param createdBy name of the caller who made it
 * @param secret the secret that signs the messages; only in the answer that creates the subscription
 */
public record WebhookEntry(
        @Schema(minimum = "1") long id,

        @Schema(maxLength = ReceiverUrl.MAX_LENGTH, examples = "https://receiver.example/gongkai")
        String url,

        @Schema(maxItems = WebhookRequest.MAX_EVENTS) List<EventType> events,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(pattern = CodeFormat.PATTERN, maxItems = WebhookRequest.MAX_AGENCIES)
        List<String> agencies,

        WebhookStatus status,

        @Schema(pattern = Cursor.PATTERN, examples = "7281-42")
        String after,

        @JsonInclude(JsonInclude.Include.NON_NULL) Instant failingSince,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant nextAttemptAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant disabledAt,
        Instant createdAt,

        @Schema(minLength = 1, maxLength = NameLength.ACTOR) String createdBy,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(pattern = "^whsec_[A-Za-z0-9+/=]+$", examples = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
        String secret) {

    static WebhookEntry of(Webhook webhook) {
        return of(webhook, null);
    }

    static WebhookEntry of(Webhook webhook, String secret) {
        WebhookStatus status = WebhookStatus.of(webhook);
        return new WebhookEntry(
                webhook.id,
                webhook.url,
                List.of(webhook.types()),
                webhook.agencies == null ? null : List.of(webhook.agencies),
                status,
                webhook.cursor().toString(),
                webhook.failingSince,
                status == WebhookStatus.FAILING ? webhook.nextAttemptAt : null,
                webhook.disabledAt,
                webhook.createdAt,
                webhook.createdBy,
                secret);
    }
}
