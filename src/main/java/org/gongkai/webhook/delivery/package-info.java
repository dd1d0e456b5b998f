/**
 * The delivery of events to webhooks: at least once, in the order of the audit log, by one replica at a time
 * for each subscription.
 */
package org.gongkai.webhook.delivery;
