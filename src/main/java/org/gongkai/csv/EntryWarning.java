package org.gongkai.csv;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A warning about an entry that was stored all the same.
 *
 * @param pointer JSON Pointer to the member; in a file, {@code /} and the number of the line come first
 * @param cell the place in the file; absent for a single entry
 * @param message the message, in the language of the response
 */
public record EntryWarning(
        String pointer,
        @JsonInclude(JsonInclude.Include.NON_NULL) String cell,
        String message) {}
