package org.gongkai.filing.revision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.rules.Reason;
import org.gongkai.text.Pointers;

/**
 * A comment of the oversight office at a place of the form.
 *
 * @param pointer RFC 6901 JSON Pointer to a cell, a row or a section of the form
 * @param comment the comment; not blank
 */
public record CellComment(
        @Schema(format = Pointers.FORMAT, examples = "/requests/newlyReceived/total")
        String pointer,

        @Schema(minLength = 1, maxLength = Reason.MAX_LENGTH, examples = "请核对新收申请数量")
        String comment) {

    /** Maximum number of comments with one decision. */
    public static final int MAX_NUMBER = 200;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads comments that {@link #write} has written; none for {@code null}. */
    public static List<CellComment> read(String json) {
        try {
            return json == null ? List.of() : List.of(JSON.readValue(json, CellComment[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored comments cannot be read", e);
        }
    }

    /** Writes comments to store; {@code null} for none. */
    static String write(List<CellComment> comments) {
        try {
            return comments.isEmpty() ? null : JSON.writeValueAsString(comments);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The comments cannot be written", e);
        }
    }
}
