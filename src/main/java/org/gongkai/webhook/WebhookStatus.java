package org.gongkai.webhook;

import org.gongkai.webhook.subscription.Webhook;

/** The state of a subscription. */
public enum WebhookStatus {
    /** The last delivery has succeeded, or there was none yet. */
    ACTIVE,
    /** The last delivery has failed; it is repeated. */
    FAILING,
    /** Nothing is delivered until a replay: deliveries have failed for too long, or the receiver answered 410. */
    DISABLED;

    static WebhookStatus of(Webhook webhook) {
        if (webhook.disabledAt != null) {
            return DISABLED;
        }
        return webhook.attempts > 0 ? FAILING : ACTIVE;
    }
}
