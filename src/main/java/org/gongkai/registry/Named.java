package org.gongkai.registry;

/**
 * A reference to an object, with its name.
 *
 * @param code the stable code
 * @param name the current name
 */
public record Named(String code, String name) {}
