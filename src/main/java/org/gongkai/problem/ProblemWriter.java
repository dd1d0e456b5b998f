package org.gongkai.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.gongkai.text.Language;

/** Answers a request with a problem before it reaches a resource. */
@ApplicationScoped
public class ProblemWriter {

    private final ObjectMapper mapper;

    ProblemWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Ends the request with a problem. Headers that the response already has are kept. The body is not read. */
    public void write(ProblemException problem, HttpServerRequest request) {
        Language language = language(request);
        request.resume();
        problem.headers().forEach(request.response()::putHeader);
        request.response()
                .setStatusCode(problem.type().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.locale().toLanguageTag())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .end(Buffer.buffer(json(problem, request)));
    }

    /** Returns the body of an answer with a problem, in the language of the request. */
    public byte[] json(ProblemException problem, HttpServerRequest request) {
        return json(Problem.of(problem, request.path(), RequestId.of(request), language(request)));
    }

    private static Language language(HttpServerRequest request) {
        return Language.accepted(String.join(",", request.headers().getAll(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private byte[] json(Problem body) {
        try {
            return mapper.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
