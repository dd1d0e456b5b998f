package org.gongkai.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.audit.EventType;
import org.gongkai.text.CodeFormat;
import org.gongkai.webhook.transport.ReceiverUrl;

/**
 * A request for a subscription.
 *
 * @param url URL of the receiver: https, and no address of a private network
 * @param events types of the events to send; all if omitted or empty
 * @param agencies codes of the agencies whose events are sent; if omitted or empty, all events for the oversight office,
 *     and for a submitter those of the agencies of its token
 */
public record WebhookRequest(
        @Schema(maxLength = ReceiverUrl.MAX_LENGTH, examples = "https://receiver.example/gongkai")
        String url,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                maxItems = WebhookRequest.MAX_EVENTS,
                examples = {"REPORT_ACCEPTED", "REPORT_RETURNED"})
        List<EventType> events,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(pattern = CodeFormat.PATTERN, maxItems = WebhookRequest.MAX_AGENCIES)
        List<String> agencies) {

    /** The maximum number of types; more than there are. */
    static final int MAX_EVENTS = 100;

    /** The maximum number of agencies. */
    static final int MAX_AGENCIES = 100;
}
