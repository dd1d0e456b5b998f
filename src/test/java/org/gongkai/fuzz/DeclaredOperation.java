package org.gongkai.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gongkai.testing.ReportFiles;

/**
 * An operation as the contract declares it.
 *
 * @param contract the contract of the operation
 * @param method the HTTP method, in lower case
 * @param path the path, with parameters in braces
 */
record DeclaredOperation(DeclaredContract contract, String method, String path) {

    private static final String PROBLEM = "application/problem+json";

    String id() {
        return node().get("operationId").asText();
    }

    JsonNode node() {
        return contract.at(pointer());
    }

    private String pointer() {
        return "/paths/" + path.replace("/", "~1") + "/" + method;
    }

    List<JsonNode> parameters() {
        return StreamSupport.stream(node().path("parameters").spliterator(), false)
                .map(contract::resolved)
                .toList();
    }

    /** Returns the media types of bodies, each with its schema and examples. */
    List<String> mediaTypes() {
        List<String> types = new ArrayList<>();
        node().at("/requestBody/content").fieldNames().forEachRemaining(types::add);
        return types;
    }

    JsonNode body(String mediaType) {
        return node().path("requestBody").path("content").path(mediaType);
    }

    /** Returns the differences between an answer and the contract; empty if there are none. */
    List<String> faults(FuzzAnswer answer) {
        String declared = contract.target(pointer() + "/responses/" + answer.status());
        JsonNode response = contract.at(declared);
        if (answer.status() >= 500) {
            return List.of("answers " + answer.status());
        }
        if (response.isMissingNode()) {
            return List.of("status " + answer.status() + " is not declared");
        }
        return response.has("content") ? faults(answer, response.get("content"), declared) : withoutBody(answer);
    }

    private static List<String> withoutBody(FuzzAnswer answer) {
        return answer.body().length == 0 ? List.of() : List.of("has a body, and none is declared");
    }

    private List<String> faults(FuzzAnswer answer, JsonNode content, String declared) {
        String type = answer.mediaType();
        if (!content.has(type)) {
            return List.of("content type '" + type + "' is not declared for " + answer.status());
        }
        if (!type.contains("json")) {
            return answer.body().length > 0 ? List.of() : List.of("has no body");
        }
        String schema = declared + "/content/" + type.replace("/", "~1") + "/schema";
        return documents(answer)
                .flatMap(text -> faults(text, schema, answer, type))
                .toList();
    }

    /** Returns the documents of a body: one, or one per line. */
    private static Stream<String> documents(FuzzAnswer answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        return answer.mediaType().contains("ndjson") ? text.lines() : Stream.of(text);
    }

    private Stream<String> faults(String text, String schema, FuzzAnswer answer, String type) {
        try {
            JsonNode body = ReportFiles.JSON.readTree(text);
            Stream<String> other = type.equals(PROBLEM) && body.path("status").asInt() != answer.status()
                    ? Stream.of("the problem has another status: " + body.path("status"))
                    : Stream.empty();
            return Stream.concat(contract.faults(schema, body).stream(), other);
        } catch (JsonProcessingException e) {
            return Stream.of("is not JSON: " + e.getOriginalMessage());
        }
    }

    @Override
    public String toString() {
        return id() + " " + method.toUpperCase(Locale.ROOT) + " " + path;
    }
}
