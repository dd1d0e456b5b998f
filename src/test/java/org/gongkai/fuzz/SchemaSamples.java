package org.gongkai.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.gongkai.testing.DeclaredContract;

/** Makes content that matches a schema. Members with a known name get an existing value. */
final class SchemaSamples {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final DeclaredContract contract;
    private final Map<String, List<String>> existing;
    private final FuzzRandom fuzzRandom;

    SchemaSamples(DeclaredContract contract, Map<String, List<String>> existing, FuzzRandom fuzzRandom) {
        this.contract = contract;
        this.existing = existing;
        this.fuzzRandom = fuzzRandom;
    }

    /**
     * Returns a value that matches a schema.
     *
     * @param name the name of the parameter or member
     * @param declared the schema or a reference to it
     */
    JsonNode of(String name, JsonNode declared) {
        JsonNode schema = contract.resolved(declared);
        if (schema.has("allOf")) {
            return of(name, schema.get("allOf").get(0));
        }
        if (schema.has("oneOf")) {
            return of(name, fuzzRandom.of(list(schema.get("oneOf"))));
        }
        if (existing.containsKey(name) && !schema.path("type").asText().equals("array")) {
            return ofExisting(name, schema);
        }
        if (schema.has("enum")) {
            return fuzzRandom.of(list(schema.get("enum")));
        }
        return schema.has("examples") && fuzzRandom.oneIn(2)
                ? fuzzRandom.of(list(schema.get("examples")))
                : ofType(name, schema);
    }

    private JsonNode ofExisting(String name, JsonNode schema) {
        String value = fuzzRandom.of(existing.get(name));
        return schema.path("type").asText().equals("integer")
                ? JSON.numberNode(Integer.parseInt(value))
                : JSON.textNode(value);
    }

    private JsonNode ofType(String name, JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema);
            case "array" -> array(name, schema);
            case "string" -> JSON.textNode(text(schema));
            case "boolean" -> JSON.booleanNode(fuzzRandom.oneIn(2));
            case "integer" -> JSON.numberNode(integer(schema));
            case "number" -> JSON.numberNode(BigDecimal.valueOf(fuzzRandom.below(1000), 2));
            default -> JSON.textNode("任意");
        };
    }

    private JsonNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        List<String> required =
                list(schema.path("required")).stream().map(JsonNode::asText).toList();
        schema.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) || fuzzRandom.oneIn(2)) {
                object.set(property.getKey(), of(property.getKey(), property.getValue()));
            }
        });
        return object;
    }

    private JsonNode array(String name, JsonNode schema) {
        ArrayNode array = JSON.arrayNode();
        for (int left = 1 + fuzzRandom.below(3); left > 0; left--) {
            array.add(of(name, schema.get("items")));
        }
        return array;
    }

    private String text(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date" -> "2023-0" + (1 + fuzzRandom.below(9)) + "-15";
            case "date-time" -> "202" + fuzzRandom.below(9) + "-06-15T08:00:00Z";
            default -> fuzzRandom.of(List.of("财政局", "a", "依据不足", "x-1", "0-0", "P90D"));
        };
    }

    private long integer(JsonNode schema) {
        long least = schema.path("minimum").asLong(0);
        long most = Math.min(schema.path("maximum").asLong(100), least + 100);
        return least + fuzzRandom.below((int) (most - least + 1));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
