package org.gongkai.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.gongkai.csv.Csv;
import org.gongkai.publication.DocumentFormat;

/** Adds to each operation with the parameter {@code format} the files that it answers, after its JSON. */
final class FileContents {

    /** The files by the schema of the parameter. */
    private static final Map<String, List<String>> FILES = Map.of(
            "AnswerFormat",
            List.of(Csv.MEDIA_TYPE),
            "TableFormat",
            List.of(Csv.MEDIA_TYPE, DocumentFormat.XLSX_TYPE),
            "DocumentFormat",
            List.of(
                    DocumentFormat.HTML_TYPE,
                    DocumentFormat.DOCX_TYPE,
                    DocumentFormat.PDF_TYPE,
                    DocumentFormat.XLSX_TYPE));

    private FileContents() {}

    static void add(OpenAPI document) {
        Operations.all(document).forEach(FileContents::add);
    }

    private static void add(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        if (parameters == null) {
            return;
        }
        parameters.stream()
                .filter(parameter -> "format".equals(parameter.getName()))
                .flatMap(parameter -> files(parameter.getSchema()).stream())
                .forEach(file -> content(operation)
                        .addMediaType(file, OASFactory.createMediaType().schema(schema(file))));
    }

    private static List<String> files(Schema schema) {
        String reference = schema.getRef();
        return reference == null
                ? List.of()
                : FILES.getOrDefault(reference.substring(reference.lastIndexOf('/') + 1), List.of());
    }

    private static Content content(Operation operation) {
        return operation.getResponses().getAPIResponse("200").getContent();
    }

    private static Schema schema(String mediaType) {
        Schema schema = OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING));
        return mediaType.startsWith("text/") ? schema : schema.format("binary");
    }
}
