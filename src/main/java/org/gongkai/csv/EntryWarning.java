package org.gongkai.csv;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.text.Pointers;

/**
 * A warning about an entry that was stored all the same.
 *
 * @param pointer JSON Pointer to the member; in a file, {@code /} and the number of the line come first
 * @param cell the place in the file; absent for a single entry
 * @param message the message, in the language of the response
 */
public record EntryWarning(
        @Schema(format = Pointers.FORMAT) String pointer,
        @JsonInclude(JsonInclude.Include.NON_NULL) String cell,
        String message) {}
