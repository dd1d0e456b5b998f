package org.gongkai.http.semantics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Converts the content of an answer to bytes, as the framework would. */
@Singleton
public class EntityBytes {

    private final ObjectMapper mapper;

    EntityBytes(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns the bytes of the content; empty if it is a stream. */
    public Optional<byte[]> of(Object content) throws JsonProcessingException {
        if (content instanceof StreamingOutput) {
            return Optional.empty();
        }
        if (content instanceof byte[] bytes) {
            return Optional.of(bytes);
        }
        return Optional.of(
                content instanceof String text
                        ? text.getBytes(StandardCharsets.UTF_8)
                        : mapper.writeValueAsBytes(content));
    }
}
