package org.gongkai.http.semantics;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Compresses text for clients that ask for it. Documents and workbooks are compressed by their format. Answers that
 * already have a coding are left as they are.
 */
public class Compression {

    private static final int OK = 200;
    private static final int BUFFER = 8_192;
    private static final List<String> READS = List.of(HttpMethod.GET, HttpMethod.HEAD);

    private final EntityBytes entities;

    Compression(EntityBytes entities) {
        this.entities = entities;
    }

    @ServerResponseFilter
    void compress(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        if (!response.hasEntity()
                || !ContentCoding.isText(response.getMediaType())
                || headers.containsKey(HttpHeaders.CONTENT_ENCODING)) {
            return;
        }
        addVary(headers);
        String accepted = request.getHeaderString(HttpHeaders.ACCEPT_ENCODING);
        if (ContentCoding.preferred(accepted) == ContentCoding.GZIP) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, ContentCoding.GZIP_NAME);
            if (response.getStatus() == OK && READS.contains(request.getMethod())) {
                changeTag(response.getEntityTag(), headers);
            }
            response.setEntity(packed(response.getEntity()));
        }
    }

    /** Gives the compressed representation its own tag. The tag in an answer to a change names what was stored. */
    private static void changeTag(EntityTag tag, MultivaluedMap<String, Object> headers) {
        if (tag != null) {
            headers.putSingle(HttpHeaders.ETAG, ContentCoding.GZIP.tag(tag));
        }
    }

    private static void addVary(MultivaluedMap<String, Object> headers) {
        String vary = headers.getOrDefault(HttpHeaders.VARY, List.of()).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        if (!vary.contains(HttpHeaders.ACCEPT_ENCODING)) {
            headers.putSingle(
                    HttpHeaders.VARY,
                    vary.isEmpty() ? HttpHeaders.ACCEPT_ENCODING : vary + ", " + HttpHeaders.ACCEPT_ENCODING);
        }
    }

    private Object packed(Object content) throws JsonProcessingException {
        return content instanceof StreamingOutput stream
                ? packed(stream)
                : ContentCoding.gzip(entities.of(content).orElseThrow());
    }

    /** Compresses a stream. What is flushed arrives at once. */
    private static StreamingOutput packed(StreamingOutput stream) {
        return client -> {
            GZIPOutputStream gzip = new GZIPOutputStream(client, BUFFER, true);
            stream.write(gzip);
            gzip.finish();
        };
    }
}
