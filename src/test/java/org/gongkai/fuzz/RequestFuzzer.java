package org.gongkai.fuzz;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.gongkai.testing.DeclaredOperation;

/** Makes requests of an operation that are almost valid: most have a few faults. */
final class RequestFuzzer {

    /**
     * Values that turn an address into that of another operation: the parent folder, and characters that start a path
     * parameter.
     */
    private static final List<String> ELSEWHERE = List.of("..", ";a=b");

    private final DeclaredOperation operation;
    private final ExistingData existingData;
    private final FuzzRandom fuzzRandom;
    private final SchemaSamples samples;
    private final BodyFuzzer bodies;

    RequestFuzzer(DeclaredOperation operation, ExistingData existingData, FuzzRandom fuzzRandom) {
        this.operation = operation;
        this.existingData = existingData;
        this.fuzzRandom = fuzzRandom;
        this.samples = new SchemaSamples(operation.contract(), existingData.values(), fuzzRandom);
        this.bodies = new BodyFuzzer(fuzzRandom);
    }

    FuzzedRequest next() {
        String path = path();
        String query = query();
        List<Entry<String, String>> headers = headers();
        byte[] body = body(headers);
        return new FuzzedRequest(operation.method(), query.isEmpty() ? path : path + "?" + query, headers, body);
    }

    private String path() {
        String path = operation.path();
        for (JsonNode parameter : parameters("path")) {
            String name = parameter.get("name").asText();
            String value = fuzzRandom.oneIn(8)
                    ? fuzzRandom.of(FuzzValues.IN_ADDRESS.stream()
                            .filter(odd -> !ELSEWHERE.contains(odd))
                            .toList())
                    : encoded(samples.of(name, parameter.get("schema")));
            path = path.replace("{" + name + "}", value);
        }
        return path;
    }

    private String query() {
        List<String> pairs = new ArrayList<>();
        for (JsonNode parameter : parameters("query")) {
            if (parameter.path("required").asBoolean() || fuzzRandom.oneIn(3)) {
                pairs.add(pair(parameter));
            }
        }
        if (fuzzRandom.oneIn(25)) {
            pairs.add(fuzzRandom.of(List.of(
                    "unknown=1", "=", "&", "%zz=1", "a%00=1", "page", "page[]=1", "year=", "format=json&format=csv")));
        }
        if (!pairs.isEmpty() && fuzzRandom.oneIn(20)) {
            pairs.add(fuzzRandom.of(pairs));
        }
        return String.join("&", pairs);
    }

    private String pair(JsonNode parameter) {
        String name = parameter.get("name").asText();
        return name + "="
                + (fuzzRandom.oneIn(6)
                        ? fuzzRandom.of(FuzzValues.IN_ADDRESS)
                        : encoded(samples.of(name, parameter.get("schema"))));
    }

    /** Returns a value for an address. Values of a list are joined by commas. */
    private String encoded(JsonNode value) {
        if (value instanceof ArrayNode values) {
            return StreamSupport.stream(values.spliterator(), false)
                    .map(this::encoded)
                    .collect(Collectors.joining(","));
        }
        return URLEncoder.encode(value.asText(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    private List<Entry<String, String>> headers() {
        List<Entry<String, String>> headers = new ArrayList<>();
        String token = fuzzRandom.oneIn(100) ? existingData.expired() : fuzzRandom.of(existingData.tokens());
        String authorization = fuzzRandom.oneIn(20) ? fuzzRandom.of(FuzzValues.AUTHORIZATION) : "Bearer " + token;
        if (!authorization.isEmpty()) {
            headers.add(entry("Authorization", authorization));
        }
        addSometimes("Accept", FuzzValues.ACCEPT, 12, headers);
        addSometimes("Accept-Language", FuzzValues.LANGUAGE, 10, headers);
        addSometimes("If-Match", FuzzValues.TAG, 25, headers);
        addSometimes("If-None-Match", FuzzValues.TAG, 25, headers);
        addSometimes("Content-Encoding", List.of("gzip", "identity", "x"), 60, headers);
        addSometimes("X-Forwarded-For", List.of("203.0.113.1", "\u00ff", "::1"), 60, headers);
        return headers;
    }

    private void addSometimes(String name, List<String> values, int times, List<Entry<String, String>> headers) {
        if (fuzzRandom.oneIn(times)) {
            headers.add(entry(name, fuzzRandom.of(values)));
        }
    }

    /** Returns the body and adds its content type to the headers, which is correct in most cases. */
    private byte[] body(List<Entry<String, String>> headers) {
        if (operation.mediaTypes().isEmpty() || fuzzRandom.oneIn(40)) {
            return null;
        }
        String type = fuzzRandom.of(operation.mediaTypes());
        if (!fuzzRandom.oneIn(60)) {
            headers.add(entry("Content-Type", fuzzRandom.oneIn(20) ? fuzzRandom.of(FuzzValues.CONTENT_TYPE) : type));
        }
        return type.contains("json") ? json(type) : text(type);
    }

    private byte[] json(String type) {
        JsonNode declared = operation.body(type);
        JsonNode content = declared.has("examples") && !fuzzRandom.oneIn(4)
                ? operation
                        .contract()
                        .resolved(declared.get("examples").iterator().next())
                        .get("value")
                        .deepCopy()
                : samples.of("", declared.get("schema"));
        return fuzzRandom.oneIn(4) ? content.toString().getBytes(StandardCharsets.UTF_8) : bodies.corrupt(content);
    }

    private byte[] text(String type) {
        if (fuzzRandom.oneIn(10)) {
            return fuzzRandom.bytes(2000);
        }
        String text = fuzzRandom.of(existingData.texts(operation.id(), type));
        return fuzzRandom.oneIn(4) ? text.getBytes(StandardCharsets.UTF_8) : bodies.corrupt(text);
    }

    private List<JsonNode> parameters(String place) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.get("in").asText().equals(place))
                .toList();
    }
}
