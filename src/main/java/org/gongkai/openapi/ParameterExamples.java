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
            entry("Idempotency-Key", "\"8e03978e-40d5-43dd-bc93-6894a57f9324\""),
            entry("If-Match", "\"1-0123456789abcdef\""),
            entry("If-None-Match", "\"1-0123456789abcdef\""),
            entry("agency", AGENCY),
            entry("applicantType", "naturalPerson"),
            entry("approvedBy", "李明"),
            entry("asOf", "2025-03-31T16:00:00Z"),
            entry("basis", "accepted"),
            entry("bom", true),
            entry("boundaries", "as-reported"),
            entry("category", CATEGORY),
            entry("changeReason", "表三第二行误填，现予更正"),
            entry("compare", true),
            entry("district", DISTRICT),
            entry("channel", "MAIL"),
            entry("dryRun", true),
            entry("drafts", true),
            entry("figure", "requests.newlyReceived"),
            entry("format", "json"),
            entry("groupBy", "district"),
            entry("holder", "县信息中心"),
            entry("id", "337cb1b9-e7aa-4861-89a2-dc46eafc1de2"),
            entry("kind", "DEPARTMENT"),
            entry("labels", "both"),
            entry("level", "county"),
            entry("limit", 10),
            entry("minCoverage", 0.8),
            entry("mode", "atomic"),
            entry("name", "财政局"),
            entry("nil", true),
            entry("page", 1),
            entry("parent", "430200"),
            entry("reason", "表三第二行填写有误"),
            entry("role", "oversight"),
            entry("rendering", true),
            entry("repeated", true),
            entry("rule", "IN-FORCE"),
            entry("size", 100),
            entry("stats", "rank"),
            entry("status", "ACCEPTED"),
            entry("step", -3),
            entry("unreached", true),
            entry("updatedSince", "2025-03-31T16:00:00Z"),
            entry("year", "2021..2024"));

    private static final String REMINDERS = "/reminders";
    private static final String WORK_LIST = "/work-list";

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
                    case "code" -> path.endsWith("/tokens") ? AGENCY : code(path);
                    case "after" -> code(path);
                    case "orderBy" -> order(path);
                    case "reason" -> path.endsWith(REMINDERS) ? "MISSING" : BY_NAME.get("reason");
                    case "state" -> state(path);
                    default -> BY_NAME.get(parameter.getName());
                };
        if (value == null) {
            throw new IllegalStateException(path + ": the parameter " + parameter.getName() + " needs an example");
        }
        boolean list = parameter.getSchema().getType() != null
                && parameter.getSchema().getType().contains(Schema.SchemaType.ARRAY);
        return list ? List.of(value) : value;
    }

    private static String state(String path) {
        if (path.endsWith(WORK_LIST)) {
            return "WAITING";
        }
        if (path.endsWith(REMINDERS)) {
            return "FAILED";
        }
        return path.endsWith("/explanations") ? "REOPENED" : "MISSING";
    }

    /** Returns a sort criterion of the list or table at a path. */
    private static String order(String path) {
        if (path.endsWith(WORK_LIST)) {
            return "-weight";
        }
        return path.endsWith("/reports") ? "-submittedAt" : "-value";
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
        if (path.endsWith("/explanations")) {
            return AGENCY + ".2023.17";
        }
        if (path.endsWith("/carry-over")) {
            return AGENCY + ".2023.12";
        }
        if (path.endsWith("/reports") || path.endsWith("/me")) {
            return AGENCY + ".2023";
        }
        if (path.endsWith(WORK_LIST)) {
            return "1706601600000000." + AGENCY + ".2023.1";
        }
        boolean isByNumber = path.endsWith("/revisions")
                || path.endsWith("/webhooks")
                || path.endsWith("/deliveries")
                || path.endsWith(REMINDERS)
                || path.contains("/revalidations");
        if (isByNumber) {
            return "2";
        }
        if (path.endsWith("/tokens") || path.endsWith("/submissions")) {
            return "42";
        }
        return path.endsWith("/cycles") ? "2023" : AGENCY;
    }
}
