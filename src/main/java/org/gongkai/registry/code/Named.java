package org.gongkai.registry.code;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.NameLength;

/**
 * A reference to an object, with its name.
 *
 * @param code the stable code
 * @param name the current name
 */
@Schema(name = "NamedCode")
public record Named(
        @Schema(pattern = CodeFormat.PATTERN) String code,

        @Schema(minLength = 1, maxLength = NameLength.REGISTERED)
        String name) {}
