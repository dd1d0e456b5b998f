package org.gongkai.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Writes the contract as TypeScript: an interface for each schema, and for each operation its method, its path and the types
 * of its parameters, body and answer. Types vanish when the pages are bundled; the table of paths remains.
 */
final class ContractInTypeScript {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");
    private static final String HEADER = """
            // Made from openapi/openapi.yaml by ContractInTypeScript; a test compares both. Not to be edited.
            """;

    private final JsonNode contract;

    private ContractInTypeScript(JsonNode contract) {
        this.contract = contract;
    }

    private record Operation(String method, String path, JsonNode node, JsonNode shared) {

        String id() {
            return node.get("operationId").asText();
        }
    }

    /** Returns the committed contract as TypeScript. */
    static String ofContract() {
        try {
            return new ContractInTypeScript(new YAMLMapper().readTree(new File("openapi/openapi.yaml"))).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write() {
        String types = contract.at("/components/schemas").properties().stream()
                .map(schema -> "export type " + schema.getKey() + " = " + type(schema.getValue(), "") + ";\n")
                .collect(Collectors.joining("\n"));
        List<Operation> operations = operations();
        String signatures = operations.stream().map(this::signature).collect(Collectors.joining());
        String routes = operations.stream()
                .map(operation -> "  %s: ['%s', '%s'],\n".formatted(operation.id(), operation.method, operation.path))
                .collect(Collectors.joining());
        return HEADER + "\n" + types + "\nexport interface Operations {\n" + signatures + "}\n\n"
                + "export const routes = {\n" + routes + "} as const;\n";
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        contract.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .map(entry -> new Operation(
                        entry.getKey().toUpperCase(),
                        path.getKey(),
                        entry.getValue(),
                        path.getValue().path("parameters")))
                .forEach(operations::add));
        return operations;
    }

    private String signature(Operation operation) {
        return """
                  %s: {
                    path: %s;
                    query: %s;
                    body: %s;
                    answer: %s;
                  };
                """.formatted(
                        operation.id(),
                        parameters(operation, "path"),
                        parameters(operation, "query"),
                        content(operation.node.at("/requestBody/content")),
                        answer(operation));
    }

    private String parameters(Operation operation, String in) {
        List<JsonNode> all = new ArrayList<>();
        operation.shared.forEach(all::add);
        operation.node.path("parameters").forEach(all::add);
        String members = all.stream()
                .map(this::resolved)
                .filter(parameter -> parameter.get("in").asText().equals(in))
                .map(parameter -> member(
                        parameter.get("name").asText(),
                        parameter.path("required").asBoolean(),
                        type(parameter.get("schema"), "")))
                .collect(Collectors.joining(" "));
        return members.isEmpty() ? "never" : "{ " + members + " }";
    }

    private String answer(Operation operation) {
        String answers = operation.node.get("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> content(resolved(response.getValue()).path("content")))
                .distinct()
                .filter(type -> !type.equals("never"))
                .collect(Collectors.joining(" | "));
        return answers.isEmpty() ? "undefined" : answers;
    }

    /** Returns the type of the JSON in a body. */
    private String content(JsonNode content) {
        JsonNode json = content.path("application/json").path("schema");
        return json.isMissingNode() ? "never" : type(json, "");
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode reference = node.get("$ref");
        return reference == null ? node : contract.at(reference.asText().substring(1));
    }

    private static String member(String name, boolean isRequired, String type) {
        String key = IDENTIFIER.matcher(name).matches() ? name : "'" + name + "'";
        return key + (isRequired ? ": " : "?: ") + type + ";";
    }

    private String type(JsonNode schema, String indent) {
        if (schema.has("$ref")) {
            String reference = schema.get("$ref").asText();
            return reference.substring(reference.lastIndexOf('/') + 1);
        }
        if (schema.has("enum")) {
            return join(schema.get("enum"), value -> "'" + value.asText() + "'");
        }
        for (String alternatives : List.of("oneOf", "anyOf")) {
            if (schema.has(alternatives)) {
                return join(schema.get(alternatives), alternative -> type(alternative, indent));
            }
        }
        JsonNode type = schema.path("type");
        return type.isArray()
                ? join(type, name -> ofType(name.asText(), schema, indent))
                : ofType(type.asText(), schema, indent);
    }

    private String ofType(String type, JsonNode schema, String indent) {
        return switch (type) {
            case "string" -> "string";
            case "integer", "number" -> "number";
            case "boolean" -> "boolean";
            case "null" -> "null";
            case "array" -> "Array<" + type(schema.path("items"), indent) + ">";
            case "object" -> object(schema, indent);
            default -> schema.has("properties") ? object(schema, indent) : "unknown";
        };
    }

    private String object(JsonNode schema, String indent) {
        if (!schema.has("properties")) {
            return "Record<string, unknown>";
        }
        Set<String> required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        String inner = indent + "  ";
        return schema.get("properties").properties().stream()
                .map((Map.Entry<String, JsonNode> property) -> inner
                        + member(
                                property.getKey(),
                                required.contains(property.getKey()),
                                type(property.getValue(), inner)))
                .collect(Collectors.joining("\n", "{\n", "\n" + indent + "}"));
    }

    private static String join(JsonNode nodes, java.util.function.Function<JsonNode, String> text) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(text)
                .distinct()
                .collect(Collectors.joining(" | "));
    }
}
