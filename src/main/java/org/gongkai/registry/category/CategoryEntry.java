package org.gongkai.registry.category;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.NameLength;

/**
 * A kind of bureau in the registry.
 *
 * @param code stable code; optional in a request, as the path contains it
 * @param name the name in Chinese, at most 200 characters
 */
public record CategoryEntry(
        @Schema(pattern = CodeFormat.PATTERN, examples = "finance")
        String code,

        @Schema(required = true, minLength = 1, maxLength = NameLength.REGISTERED, examples = "财政")
        String name) {

    static CategoryEntry of(Category category) {
        return new CategoryEntry(category.code, category.name);
    }
}
