package org.gongkai.registry;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A reference to an object, with its name.
 *
 * @param code the stable code
 * @param name the current name
 */
@Schema(name = "NamedCode")
public record Named(String code, String name) {}
