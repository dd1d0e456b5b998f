package org.gongkai.security;

/**
 * Who does something.
 *
 * @param name the name in the token, or that of a part of the service that acts by itself
 * @param address network address the request came from; {@code null} for what the service does by itself
 */
public record Actor(String name, String address) {

    /** The service by itself, as a consequence of something else. */
    public static final Actor SYSTEM = new Actor("system", null);
}
