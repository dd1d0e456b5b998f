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

/** Makes requests of an operation that are nearly right: most differ in a few things from one that is. */
final class RequestFuzzer {

    /** What makes an address that of another operation: the folder above, and what is cut off as a parameter of the path. */
    private static final List<String> ELSEWHERE = List.of("..", ";a=b");

    private final DeclaredOperation operation;
    private final Existing existing;
    private final Dice dice;
    private final SchemaSamples samples;
    private final BodyFuzzer bodies;

    RequestFuzzer(DeclaredOperation operation, Existing existing, Dice dice) {
        this.operation = operation;
        this.existing = existing;
        this.dice = dice;
        this.samples = new SchemaSamples(operation.contract(), existing.values(), dice);
        this.bodies = new BodyFuzzer(dice);
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
            String value = dice.oneIn(8)
                    ? dice.of(Oddities.IN_ADDRESS.stream()
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
            if (parameter.path("required").asBoolean() || dice.oneIn(3)) {
                pairs.add(pair(parameter));
            }
        }
        if (dice.oneIn(25)) {
            pairs.add(dice.of(List.of(
                    "unknown=1", "=", "&", "%zz=1", "a%00=1", "page", "page[]=1", "year=", "format=json&format=csv")));
        }
        if (!pairs.isEmpty() && dice.oneIn(20)) {
            pairs.add(dice.of(pairs));
        }
        return String.join("&", pairs);
    }

    private String pair(JsonNode parameter) {
        String name = parameter.get("name").asText();
        return name + "="
                + (dice.oneIn(6) ? dice.of(Oddities.IN_ADDRESS) : encoded(samples.of(name, parameter.get("schema"))));
    }

    /** Values of a list are joined by commas. */
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
        String token = dice.oneIn(100) ? existing.expired() : dice.of(existing.tokens());
        String authorization = dice.oneIn(20) ? dice.of(Oddities.AUTHORIZATION) : "Bearer " + token;
        if (!authorization.isEmpty()) {
            headers.add(entry("Authorization", authorization));
        }
        oddly("Accept", Oddities.ACCEPT, 12, headers);
        oddly("Accept-Language", Oddities.LANGUAGE, 10, headers);
        oddly("If-Match", Oddities.TAG, 25, headers);
        oddly("If-None-Match", Oddities.TAG, 25, headers);
        oddly("Content-Encoding", List.of("gzip", "identity", "x"), 60, headers);
        oddly("X-Forwarded-For", List.of("203.0.113.1", "\u00ff", "::1"), 60, headers);
        return headers;
    }

    private void oddly(String name, List<String> values, int times, List<Entry<String, String>> headers) {
        if (dice.oneIn(times)) {
            headers.add(entry(name, dice.of(values)));
        }
    }

    /** The body, of which the headers say what it is: mostly the truth. */
    private byte[] body(List<Entry<String, String>> headers) {
        if (operation.mediaTypes().isEmpty() || dice.oneIn(40)) {
            return null;
        }
        String type = dice.of(operation.mediaTypes());
        if (!dice.oneIn(60)) {
            headers.add(entry("Content-Type", dice.oneIn(20) ? dice.of(Oddities.CONTENT_TYPE) : type));
        }
        return type.contains("json") ? json(type) : text(type);
    }

    private byte[] json(String type) {
        JsonNode declared = operation.body(type);
        JsonNode content = declared.has("examples") && !dice.oneIn(4)
                ? operation
                        .contract()
                        .resolved(declared.get("examples").iterator().next())
                        .get("value")
                        .deepCopy()
                : samples.of("", declared.get("schema"));
        return dice.oneIn(4) ? content.toString().getBytes(StandardCharsets.UTF_8) : bodies.spoil(content);
    }

    private byte[] text(String type) {
        if (dice.oneIn(10)) {
            return dice.bytes(2000);
        }
        String text = dice.of(existing.texts(operation.id(), type));
        return dice.oneIn(4) ? text.getBytes(StandardCharsets.UTF_8) : bodies.spoil(text);
    }

    private List<JsonNode> parameters(String place) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.get("in").asText().equals(place))
                .toList();
    }
}
