package org.gongkai.openapi;

import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Adds response details that the framework cannot derive: the status 201 of {@code PUT}, and headers. */
final class ResponseDetails {

    private static final String ETAG = "ETag";
    private static final String CONTENT_TAG = "ContentTag";
    private static final String LINK = "Link";
    private static final String NOT_MODIFIED = "304";

    /** The operations whose answers have the tag of a revision. */
    private static final Set<String> SINGLE_REVISION = Set.of(
            "getReport",
            "submitReport",
            "getRevision",
            "getLatestRevision",
            "getReceipt",
            "explainWarnings",
            "decideOnRevision");

    /** The operations among these whose answers change while the tag stays: a client always receives the answer. */
    private static final Set<String> ALWAYS_ANSWERED = Set.of("getRevision", "getLatestRevision", "getReceipt");

    /** The lists that are read by a cursor, in one direction only. */
    private static final Set<String> FEEDS = Set.of("listEvents", "listPublicChanges");

    private ResponseDetails() {}

    static void complete(OpenAPI document) {
        declare(
                document,
                ETAG,
                "Identifies the revision; for If-Match when submitting or deciding, for If-None-Match when reading");
        declare(document, CONTENT_TAG, "Identifies the content of the answer; for If-None-Match");
        declare(document, LINK, "Addresses of the first, previous, next and last page (RFC 8288)");
        document.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .forEach(ResponseDetails::complete));
    }

    private static void complete(HttpMethod method, Operation operation) {
        APIResponse ok = operation.getResponses().getAPIResponse("200");
        if (operation.getOperationId().startsWith("list") && !FEEDS.contains(operation.getOperationId())) {
            if (!ok.getContent().hasMediaType("text/csv")) {
                ok.description("A page of the list");
            }
            ok.addHeader(LINK, OASFactory.createHeader().ref(LINK));
        }
        if (SINGLE_REVISION.contains(operation.getOperationId())) {
            ok.addHeader(ETAG, OASFactory.createHeader().ref(ETAG));
        }
        if (method == HttpMethod.GET && !ALWAYS_ANSWERED.contains(operation.getOperationId())) {
            tagContent(operation.getResponses());
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

    private static void tagContent(APIResponses responses) {
        APIResponse ok = responses.getAPIResponse("200");
        if (ok.getHeaders() == null || !ok.getHeaders().containsKey(ETAG)) {
            ok.addHeader(ETAG, OASFactory.createHeader().ref(CONTENT_TAG));
        }
        if (!responses.hasAPIResponse(NOT_MODIFIED)) {
            responses.addAPIResponse(
                    NOT_MODIFIED,
                    OASFactory.createAPIResponse().description("Unchanged: If-None-Match contains the current ETag"));
        }
    }

    private static void declare(OpenAPI document, String name, String description) {
        Header header = OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(SchemaType.STRING));
        document.getComponents().addHeader(name, header);
    }
}
