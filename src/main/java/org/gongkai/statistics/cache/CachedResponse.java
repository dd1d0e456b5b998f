package org.gongkai.statistics.cache;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.http.semantics.ContentCoding;

/**
 * A response in the cache.
 *
 * @param tag its entity tag, without a coding
 * @param headers its headers, including the tag with the coding
 * @param body its bytes
 */
record CachedResponse(EntityTag tag, Map<String, String> headers, byte[] body) {

    /** Returns this response compressed by gzip, with a tag of its own. */
    CachedResponse compressed() {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(HttpHeaders.ETAG, text(ContentCoding.GZIP.tag(tag)));
        changed.put(HttpHeaders.CONTENT_ENCODING, ContentCoding.GZIP_NAME);
        return new CachedResponse(tag, changed, ContentCoding.gzip(body));
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
