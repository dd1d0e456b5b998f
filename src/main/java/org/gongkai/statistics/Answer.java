package org.gongkai.statistics;

import jakarta.ws.rs.core.EntityTag;
import java.util.Map;

/**
 * An answer as it is written.
 *
 * @param tag names its bytes among all that the same address ever answers
 * @param headers what it is, and what to call it
 * @param body the bytes; none where it is only known that the question can be answered
 */
record Answer(EntityTag tag, Map<String, String> headers, byte[] body) {

    private static final byte[] NOTHING = {};

    /** Whoever has what the tag names has the answer. */
    static Answer unchanged(EntityTag tag) {
        return new Answer(tag, Map.of(), NOTHING);
    }

    boolean hasBody() {
        return body.length > 0;
    }
}
