package org.gongkai.webhook.transport;

import java.time.Instant;

/**
 * A message to a receiver.
 *
 * @param id identifier of the message, the same for every attempt
 * @param at time of the attempt
 * @param body the content, as JSON
 * @param secret the secret that signs it
 */
public record SignedMessage(String id, Instant at, String body, String secret) {}
