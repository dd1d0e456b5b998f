/** Subscriptions to events, their secrets and the log of their deliveries. */
package org.gongkai.webhook.subscription;
