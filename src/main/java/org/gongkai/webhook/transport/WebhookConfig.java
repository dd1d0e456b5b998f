package org.gongkai.webhook.transport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The settings of webhooks. */
@ConfigMapping(prefix = "gongkai.webhooks")
public interface WebhookConfig {

    /**
     * Returns whether receivers may be in private networks, and be called without TLS. Otherwise a subscription could be
     * used to call services that only this service can reach.
     */
    @WithDefault("false")
    boolean allowPrivateNetworks();

    /** The key that encrypts the secrets in the database: 32 bytes in base64. Without it, they are stored as they are. */
    Optional<String> key();

    /** The maximum number of subscriptions of the oversight office, and of each agency. */
    @WithDefault("10")
    int subscriptions();

    /** The maximum number of deliveries at the same time, for each replica. */
    @WithDefault("16")
    int concurrent();

    /** The maximum time of one delivery, from the lookup of the address to the end of the answer. */
    @WithDefault("10s")
    Duration timeout();

    /** The delay before the first retry. Each further delay is twice as long. */
    @WithDefault("5s")
    Duration firstRetry();

    /** The longest delay before a retry. */
    @WithDefault("1h")
    Duration maxRetry();

    /** The time after which a subscription that fails continually is disabled. */
    @WithDefault("5d")
    Duration disableAfter();
}
