package org.gongkai.catalogue;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.text.Text;

/**
 * A code and its label.
 *
 * @param code the code
 * @param label the statutory label and its English translation
 */
public record CodeEntry(
        @Schema(pattern = "^[A-Za-z][A-Za-z0-9_]*$") String code, Text label) {}
