package org.gongkai.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An operation as the contract declares it.
 *
 * @param contract the contract of the operation
 * @param method the HTTP method, in lower case
 * @param path the path, with parameters in braces
 */
public record DeclaredOperation(DeclaredContract contract, String method, String path) {

    private static final String PROBLEM = "application/problem+json";

    public String id() {
        return node().get("operationId").asText();
    }

    public JsonNode node() {
        return contract.at(pointer());
    }

    public String pointer() {
        return "/paths/" + path.replace("/", "~1") + "/" + method;
    }

    public List<JsonNode> parameters() {
        return StreamSupport.stream(node().path("parameters").spliterator(), false)
                .map(contract::resolved)
                .toList();
    }

    /** Returns the media types of bodies, each with its schema and examples. */
    public List<String> mediaTypes() {
        List<String> types = new ArrayList<>();
        node().at("/requestBody/content").fieldNames().forEachRemaining(types::add);
        return types;
    }

    public JsonNode body(String mediaType) {
        return node().path("requestBody").path("content").path(mediaType);
    }

    /** Returns the path with the examples of its parameters. */
    public String exampleAddress() {
        String address = path;
        for (JsonNode parameter : parameters()) {
            address = address.replace(
                    "{" + parameter.get("name").asText() + "}",
                    example(parameter).asText());
        }
        return address;
    }

    /** Returns the example of a parameter: its own, or that of its type. */
    public JsonNode example(JsonNode parameter) {
        return parameter.has("example")
                ? parameter.get("example")
                : contract.resolved(parameter.get("schema")).at("/examples/0");
    }

    /** Returns the differences between an answer and the contract; empty if there are none. */
    public List<String> faults(HttpAnswer answer) {
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

    private static List<String> withoutBody(HttpAnswer answer) {
        return answer.body().length == 0 ? List.of() : List.of("has a body, and none is declared");
    }

    private List<String> faults(HttpAnswer answer, JsonNode content, String declared) {
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
    private static Stream<String> documents(HttpAnswer answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        return answer.mediaType().contains("ndjson") ? text.lines() : Stream.of(text);
    }

    private Stream<String> faults(String text, String schema, HttpAnswer answer, String type) {
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
