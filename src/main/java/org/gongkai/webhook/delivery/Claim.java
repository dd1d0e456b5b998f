package org.gongkai.webhook.delivery;

import java.util.UUID;

/**
 * The right to deliver the events of a subscription, for a limited time.
 *
 * @param webhook number of the subscription
 * @param lease identifies the right: a replica that took over has another one
 */
record Claim(long webhook, UUID lease) {}
