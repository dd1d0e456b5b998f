package org.gongkai.registry;

/**
 * A reference with its name, for people.
 *
 * @param code the stable code
 * @param name the current name
 */
public record Named(String code, String name) {}
