/** Webhooks: the operations on subscriptions to events. */
package org.gongkai.webhook;
