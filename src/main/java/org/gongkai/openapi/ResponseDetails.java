package org.gongkai.openapi;

import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds response details that the framework cannot derive: the status 201 of {@code PUT}, and headers. */
final class ResponseDetails {

    private static final String ETAG = "ETag";
    private static final String LINK = "Link";

    private static final Set<String> SINGLE_REVISION =
            Set.of("getReport", "submitReport", "getRevision", "getReceipt", "explainWarnings", "decideOnRevision");

    private ResponseDetails() {}

    static void complete(OpenAPI document) {
        declare(
                document,
                ETAG,
                "Identifies the revision; for If-Match when submitting, for If-None-Match when reading");
        declare(document, LINK, "Addresses of the first, previous, next and last page (RFC 8288)");
        document.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .forEach(ResponseDetails::complete));
    }

    private static void complete(HttpMethod method, Operation operation) {
        APIResponse ok = operation.getResponses().getAPIResponse("200");
        if (operation.getOperationId().startsWith("list")) {
            if (!ok.getContent().hasMediaType("text/csv")) {
                ok.description("A page of the list");
            }
            ok.addHeader(LINK, OASFactory.createHeader().ref(LINK));
        }
        if (SINGLE_REVISION.contains(operation.getOperationId())) {
            ok.addHeader(ETAG, OASFactory.createHeader().ref(ETAG));
        }
        if (operation.getOperationId().startsWith("load")) {
            ok.description("All lines of the file are stored");
        } else if (method == HttpMethod.PUT) {
            boolean report = operation.getTags().contains("reports");
            ok.description(report ? "No change: the newest revision has the same content" : "Updated or unchanged");
            operation
                    .getResponses()
                    .addAPIResponse(
                            "201",
                            OASFactory.createAPIResponse()
                                    .description(report ? "A new revision" : "Added")
                                    .headers(ok.getHeaders())
                                    .content(ok.getContent()));
        }
    }

    private static void declare(OpenAPI document, String name, String description) {
        Header header = OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
        document.getComponents().addHeader(name, header);
    }
}
