package org.gongkai.statistics.cache;

import java.util.Map;

/**
 * An answer as it is written.
 *
 * @param tag names its bytes among all that the same address ever answers, in quotes
 * @param headers all that is said about it, the tag included
 * @param body the bytes; none where it is only known that the question can be answered
 */
record CachedResponse(String tag, Map<String, String> headers, byte[] body) {

    private static final byte[] NOTHING = {};

    /** Whoever has what the tag names has the answer. */
    static CachedResponse unchanged(String tag, Map<String, String> headers) {
        return new CachedResponse(tag, headers, NOTHING);
    }

    boolean hasBody() {
        return body.length > 0;
    }
}
