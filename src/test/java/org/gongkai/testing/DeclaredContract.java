package org.gongkai.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.text.Pointers;

/** The published OpenAPI document. Requests are made from it and answers are compared with it. */
public final class DeclaredContract {

    private static final String ADDRESS = "https://contract.example/openapi.json";
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    private final JsonNode document;
    private final JsonSchemaFactory schemas;
    private final Map<String, JsonSchema> known = new ConcurrentHashMap<>();

    private DeclaredContract(JsonNode document) {
        this.document = document;
        this.schemas = JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(ADDRESS, closed().toString()))));
    }

    public static DeclaredContract read(String json) throws Exception {
        return new DeclaredContract(ReportFiles.JSON.readTree(json));
    }

    /** Returns the contract of the project, which a test compares with that of the service. */
    public static DeclaredContract ofProject() {
        try {
            return new DeclaredContract(
                    new YAMLMapper().readTree(Path.of("openapi", "openapi.yaml").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the operation with an ID. */
    public DeclaredOperation operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public List<DeclaredOperation> operations() {
        List<DeclaredOperation> operations = new ArrayList<>();
        document.get("paths").properties().forEach(path -> METHODS.stream()
                .filter(path.getValue()::has)
                .map(method -> new DeclaredOperation(this, method, path.getKey()))
                .forEach(operations::add));
        return operations;
    }

    /** Returns the node of the document, after resolving references. */
    public JsonNode at(String pointer) {
        return resolved(document.at(pointer));
    }

    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? at(node.get("$ref").asText().substring(1)) : node;
    }

    /** Returns the target of a reference. */
    String target(String pointer) {
        JsonNode node = document.at(pointer);
        return node.has("$ref") ? node.get("$ref").asText().substring(1) : pointer;
    }

    /** Returns all differences between content and a schema. */
    public List<String> faults(String pointer, JsonNode content) {
        JsonSchema schema = known.computeIfAbsent(pointer, this::schema);
        return schema.validate(content).stream().map(Object::toString).toList();
    }

    private JsonSchema schema(String pointer) {
        return schemas.getSchema(
                SchemaLocation.of(ADDRESS + "#" + pointer),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    /** Forbids members that are not declared. Clients must accept them, but here they are a fault. */
    private JsonNode closed() {
        JsonNode copy = document.deepCopy();
        for (JsonNode schema : copy.at("/components/schemas")) {
            if (schema.has("properties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        }
        copy.findParents("format").forEach(schema -> checkWithoutRecursion((ObjectNode) schema));
        return copy;
    }

    /** Replaces the format of pointers: the validator's expression for it overflows the stack on long ones. */
    private static void checkWithoutRecursion(ObjectNode schema) {
        if (schema.get("format").asText().equals(Pointers.FORMAT)) {
            schema.remove("format");
            schema.put("pattern", "^(/|$)").putObject("not").put("pattern", "~([^01]|$)");
        }
    }
}
