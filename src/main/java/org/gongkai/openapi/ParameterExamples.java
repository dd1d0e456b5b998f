package org.gongkai.openapi;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Gives each parameter an example, unless its type has one. */
final class ParameterExamples {

    private static final String AGENCY = "430212-finance";
    private static final String CATEGORY = "finance";
    private static final String DISTRICT = "430212";

    private static final Map<String, Object> BY_NAME = Map.ofEntries(
            entry("If-Match", "\"1-0123456789abcdef\""),
            entry("If-None-Match", "\"1-0123456789abcdef\""),
            entry("agency", AGENCY),
            entry("applicantType", "naturalPerson"),
            entry("asOf", "2025-03-31T16:00:00Z"),
            entry("basis", "accepted"),
            entry("bom", true),
            entry("boundaries", "as-reported"),
            entry("category", CATEGORY),
            entry("district", DISTRICT),
            entry("figure", "requests.newlyReceived"),
            entry("format", "json"),
            entry("groupBy", "district"),
            entry("kind", "DEPARTMENT"),
            entry("labels", "both"),
            entry("level", "county"),
            entry("limit", 10),
            entry("minCoverage", 0.8),
            entry("mode", "atomic"),
            entry("name", "财政局"),
            entry("orderBy", "-value"),
            entry("page", 1),
            entry("parent", "430200"),
            entry("reason", "表三第二行填写有误"),
            entry("size", 100),
            entry("state", "MISSING"),
            entry("stats", "rank"),
            entry("status", "ACCEPTED"),
            entry("updatedSince", "2025-03-31T16:00:00Z"),
            entry("year", "2021..2024"));

    private ParameterExamples() {}

    static void add(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .values()
                .forEach(operation -> add(path, operation, schemas)));
    }

    private static void add(String path, Operation operation, Map<String, Schema> schemas) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> !hasExample(parameter.getSchema(), schemas))
                    .forEach(parameter -> parameter.setExample(example(parameter, path)));
        }
    }

    private static boolean hasExample(Schema schema, Map<String, Schema> schemas) {
        String ref = schema.getRef();
        return ref == null
                ? schema.getExamples() != null
                : hasExample(schemas.get(ref.substring(ref.lastIndexOf('/') + 1)), schemas);
    }

    private static Object example(Parameter parameter, String path) {
        Object value =
                switch (parameter.getName()) {
                    case "code", "after" -> code(path);
                    default -> BY_NAME.get(parameter.getName());
                };
        if (value == null) {
            throw new IllegalStateException(path + ": the parameter " + parameter.getName() + " needs an example");
        }
        boolean list = parameter.getSchema().getType() != null
                && parameter.getSchema().getType().contains(Schema.SchemaType.ARRAY);
        return list ? List.of(value) : value;
    }

    /** Returns a code of the register that a path is about. */
    private static String code(String path) {
        if (path.contains("/events") || path.endsWith("/api/v1/changes")) {
            return "7281-42";
        }
        if (path.contains("/categories")) {
            return CATEGORY;
        }
        if (path.contains("/districts")) {
            return DISTRICT;
        }
        if (path.endsWith("/reports")) {
            return AGENCY + ".2023";
        }
        if (path.endsWith("/revisions")) {
            return "2";
        }
        return path.endsWith("/cycles") ? "2023" : AGENCY;
    }
}
