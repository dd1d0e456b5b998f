package org.gongkai.statistics.cache;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.http.connection.AnswerBody;
import org.gongkai.http.connection.AnswerBytes;
import org.gongkai.http.semantics.ContentCoding;

/**
 * A response. Those whose bytes are in memory can be kept in the cache.
 *
 * @param tag its entity tag, without a coding
 * @param headers its headers, including the tag with the coding
 * @param body its bytes
 */
record CachedResponse(EntityTag tag, Map<String, String> headers, AnswerBody body) {

    /** Returns whether this is the tag of the response in its coding. */
    boolean hasTag(String header) {
        return header.equals(headers.get(HttpHeaders.ETAG));
    }

    /** Returns the bytes of a response that is in memory. */
    byte[] bytes() {
        return ((AnswerBytes) body).bytes();
    }

    /** Returns what the framework, or the writer of large answers, sends. */
    Object entity() {
        return body.isInMemory() ? bytes() : body;
    }

    /** Returns this response, which is in memory, compressed by gzip. */
    CachedResponse compressed() {
        return compressed(new AnswerBytes(ContentCoding.gzip(bytes())));
    }

    /** Returns this response with its bytes compressed by gzip, and with a tag of its own. */
    CachedResponse compressed(AnswerBody packed) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(HttpHeaders.ETAG, text(ContentCoding.GZIP.tag(tag)));
        changed.put(HttpHeaders.CONTENT_ENCODING, ContentCoding.GZIP_NAME);
        return new CachedResponse(tag, changed, packed);
    }

    /** Returns the headers of the answer to a client that has the representation with a tag. */
    Map<String, String> headersOfUnmodified(EntityTag held) {
        Map<String, String> unmodified = new LinkedHashMap<>(headers);
        unmodified.remove(HttpHeaders.CONTENT_ENCODING);
        unmodified.put(HttpHeaders.ETAG, text(held));
        return unmodified;
    }

    static String text(EntityTag tag) {
        return "\"" + tag.getValue() + "\"";
    }
}
