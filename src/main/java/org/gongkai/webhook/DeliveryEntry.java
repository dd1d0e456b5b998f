package org.gongkai.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.audit.Cursor;
import org.gongkai.webhook.subscription.Delivery;
import org.gongkai.webhook.transport.Failure;

/**
 * An attempt to deliver a message.
 *
 * @param id number of the attempt
 * @param messageId identifier of the message, in the header {@code webhook-id}; the same for every attempt
 * @param type type of the event, or {@code TEST}
 * @param cursor position of the event in the audit log; absent for a test
 * @param attempt number of the attempt to deliver this message, from 1
 * @param at time of the attempt
 * @param milliseconds duration of the attempt
 * @param delivered whether the receiver has accepted the message
 * @param status status of the answer; absent if there was none
 * @param failure reason of the failure; absent if the message was delivered
 */
public record DeliveryEntry(
        @Schema(minimum = "1") long id,

        @Schema(maxLength = 64, examples = "event-42") String messageId,

        @Schema(maxLength = 64, examples = "REPORT_ACCEPTED")
        String type,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(pattern = Cursor.PATTERN, examples = "7281-42")
        String cursor,

        @Schema(minimum = "1") int attempt,
        Instant at,
        @Schema(minimum = "0") long milliseconds,
        boolean delivered,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "100", maximum = "999")
        Integer status,

        @JsonInclude(JsonInclude.Include.NON_NULL) Failure failure) {

    static DeliveryEntry of(Delivery delivery) {
        return new DeliveryEntry(
                delivery.id,
                delivery.messageId,
                delivery.type,
                delivery.cursor,
                delivery.attempt,
                delivery.at,
                delivery.millis,
                delivery.failure == null,
                delivery.status,
                delivery.failure);
    }
}
