package org.gongkai.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Gives each request body an example. That of a JSON body consists of the examples of its members, so that both agree.
 * A test sends each example to the service.
 */
final class BodyExamples {

    private static final String REPORT = "report";

    /** The documents. A binary one stands for its bytes only: tools that read the contract would follow an address. */
    private static final Map<String, Example> DOCUMENTS = Map.of(
            "text/html", document("A page", Resources.text("examples/report.html")),
            "text/plain", document("The text of a page", Resources.text("examples/report.txt")),
            "application/octet-stream", document("A page of unknown type", Resources.text("examples/report.html")),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", file("docx"),
            "application/pdf", file("pdf"));

    private final Map<String, Schema> schemas;
    private final Map<String, Example> examples;

    private BodyExamples(OpenAPI document) {
        schemas = document.getComponents().getSchemas();
        examples = document.getComponents().getExamples();
    }

    static void add(OpenAPI document) {
        BodyExamples examples = new BodyExamples(document);
        Operations.all(document)
                .filter(operation -> operation.getRequestBody() != null)
                .forEach(examples::add);
    }

    private void add(Operation operation) {
        operation.getRequestBody().getContent().getMediaTypes().forEach((type, content) -> {
            if (content.getExamples() == null) {
                add(operation.getOperationId(), type, content);
            }
        });
    }

    private void add(String operation, String type, MediaType content) {
        if (type.contains("json")) {
            content.setExample(value(content.getSchema())
                    .orElseThrow(() -> new IllegalStateException(
                            operation + ": the members of its " + type + " body need examples")));
        } else if (type.equals("text/csv")) {
            String register = operation.replaceFirst("load", "").toLowerCase(Locale.ROOT);
            content.setExample(Resources.text("examples/" + register + ".csv"));
        } else if (DOCUMENTS.containsKey(type)) {
            content.addExample("document", DOCUMENTS.get(type));
        } else {
            throw new IllegalStateException(operation + ": its " + type + " body needs an example");
        }
    }

    private static Example file(String format) {
        return document(
                "The bytes of a file, such as the answer of GET /api/v1/reports/350128-police/2024?format=" + format,
                "(bytes)");
    }

    private static Example document(String summary, String content) {
        return OASFactory.createExample().summary(summary).value(content);
    }

    /** Returns the example of a schema: its own, or one made of its parts. */
    private Optional<Object> value(Schema schema) {
        if (schema.getExamples() != null) {
            return Optional.of(schema.getExamples().get(0));
        }
        if (schema.getRef() != null) {
            return referenced(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1));
        }
        if (schema.getEnumeration() != null) {
            return Optional.of(schema.getEnumeration().get(0));
        }
        if (schema.getType() != null && schema.getType().contains(SchemaType.ARRAY)) {
            return value(schema.getItems()).map(List::of);
        }
        return schema.getProperties() == null ? Optional.empty() : members(schema);
    }

    private Optional<Object> referenced(String name) {
        return name.equals("Report") ? Optional.of(examples.get(REPORT).getValue()) : value(schemas.get(name));
    }

    /** Returns the members that have an example of their own, and all required ones. */
    private Optional<Object> members(Schema object) {
        List<String> required = object.getRequired() == null ? List.of() : object.getRequired();
        Map<String, Object> members = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        object.getProperties().forEach((name, member) -> {
            if (required.contains(name)) {
                value(member).ifPresentOrElse(value -> members.put(name, value), () -> missing.add(name));
            } else if (member.getExamples() != null && !Boolean.TRUE.equals(member.getReadOnly())) {
                members.put(name, member.getExamples().get(0));
            }
        });
        return members.isEmpty() || !missing.isEmpty() ? Optional.empty() : Optional.of(members);
    }
}
