package org.gongkai.statistics;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;

/**
 * An answer as it is written.
 *
 * @param tag names its bytes among all that the same address ever answers
 * @param mediaType what the bytes are
 * @param body the bytes; none where it is only known that the question can be answered
 * @param settled whether it will be the same for good
 */
record Answer(EntityTag tag, MediaType mediaType, byte[] body, boolean settled) {

    private static final byte[] NOTHING = {};

    /** The same question, unchanged since it was answered. */
    static Answer unchanged(EntityTag tag, MediaType mediaType) {
        return new Answer(tag, mediaType, NOTHING, false);
    }

    boolean hasBody() {
        return body.length > 0;
    }
}
