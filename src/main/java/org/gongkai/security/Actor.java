package org.gongkai.security;

/**
 * The person or program that performs an action.
 *
 * @param name the name in the token, or the name of a part of the service that acts on its own
 * @param address network address of the client; {@code null} for actions of the service itself
 */
public record Actor(String name, String address) {

    /** The service itself, when an action follows from another one. */
    public static final Actor SYSTEM = new Actor("system", null);
}
