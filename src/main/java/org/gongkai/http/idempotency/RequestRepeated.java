package org.gongkai.http.idempotency;

/**
 * The event that a repeated request has got the first answer.
 *
 * @param subject subject of the token
 */
public record RequestRepeated(String subject) {}
