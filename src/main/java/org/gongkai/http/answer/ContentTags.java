package org.gongkai.http.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.gongkai.http.semantics.EntityBytes;
import org.gongkai.text.Sha256;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Tags answers to reads by their content, and answers 304 to a client that has it. An answer that already has a tag, as it
 * is known without the content, stays as it is. Streams have no tag: their content is not known when they begin.
 */
public class ContentTags {

    /** The priority of the filter: it runs before the one that compresses answers and changes their tags. */
    private static final int PRIORITY = 6_000;

    /** Number of hexadecimal digits of a hash in a tag. */
    private static final int HASH_DIGITS = 32;

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final List<String> READS = List.of(HttpMethod.GET, HttpMethod.HEAD);

    private final EntityBytes entities;

    ContentTags(EntityBytes entities) {
        this.entities = entities;
    }

    @ServerResponseFilter(priority = PRIORITY)
    void tag(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (!READS.contains(request.getMethod())
                || response.getStatus() != OK
                || !response.hasEntity()
                || response.getHeaders().containsKey(HttpHeaders.ETAG)) {
            return;
        }
        Optional<byte[]> bytes = entities.of(response.getEntity());
        if (bytes.isPresent()) {
            answer(bytes.get(), Preconditions.of(request), response);
        }
    }

    private static void answer(byte[] bytes, Preconditions preconditions, ContainerResponseContext response) {
        EntityTag tag = of(bytes);
        Optional<EntityTag> held = preconditions.held(tag);
        response.getHeaders().putSingle(HttpHeaders.ETAG, held.orElse(tag));
        if (held.isPresent()) {
            response.setStatus(NOT_MODIFIED);
            response.setEntity(null);
        } else {
            response.setEntity(bytes);
        }
    }

    /** Returns the tag of some content, without a coding. */
    static EntityTag of(byte[] content) {
        return new EntityTag(Sha256.hex(content).substring(0, HASH_DIGITS));
    }
}
