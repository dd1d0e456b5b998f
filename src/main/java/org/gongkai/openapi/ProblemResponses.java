package org.gongkai.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.gongkai.problem.Problem;
import org.gongkai.problem.ProblemType;

/** Adds the problems that each operation can answer with, as one shared response per status. */
final class ProblemResponses {

    /** The operations that continue at a cursor, which the restored database may not have. */
    private static final Set<String> WITH_CURSOR = Set.of("listEvents", "listPublicChanges", "replayWebhook");

    /** The operations that name something in the body, or that a provider of tokens switches off. */
    private static final Set<String> WITH_ABSENCE =
            Set.of("validateReport", "diagnoseDraft", "askWhatIf", "makeOfficeToken");

    private static final int TOO_MANY_REQUESTS = 429;

    /** The operation whose answer can have too many rows. */
    private static final String WITH_ROWS = "getStatistics";

    private static final int SERVICE_UNAVAILABLE = 503;

    private ProblemResponses() {}

    static void add(OpenAPI document, Operations operations) {
        Map<Integer, List<ProblemType>> byStatus = Arrays.stream(ProblemType.values())
                .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
        Set<Integer> used = new TreeSet<>();
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> {
                    Set<Integer> statuses = statuses(path, method, operation, operations);
                    addReferences(operation, statuses);
                    used.addAll(statuses);
                }));
        used.forEach(
                status -> document.getComponents().addResponse(name(status), response(status, byStatus.get(status))));
        enumerateTypes(document.getComponents().getSchemas().get("Problem"));
    }

    private static void addReferences(Operation operation, Set<Integer> statuses) {
        statuses.stream()
                .filter(status -> !isDescribed(operation.getResponses().getAPIResponse(String.valueOf(status))))
                .forEach(status -> operation
                        .getResponses()
                        .addAPIResponse(
                                String.valueOf(status),
                                OASFactory.createAPIResponse().ref(name(status))));
    }

    /** Checks that a response has content. The framework adds some empty ones of its own. */
    private static boolean isDescribed(APIResponse response) {
        return response != null && (response.getRef() != null || response.getContent() != null);
    }

    /**
     * Returns the possible error statuses. 405 is left out, because a client that follows the contract cannot meet it.
     * 401 is possible everywhere, because an invalid token is refused even if none is required.
     */
    private static Set<Integer> statuses(String path, HttpMethod method, Operation operation, Operations operations) {
        Set<Integer> statuses =
                new TreeSet<>(List.of(400, 401, 406, 414, TOO_MANY_REQUESTS, 431, 500, SERVICE_UNAVAILABLE));
        boolean createsNamedResource =
                method == HttpMethod.PUT && operation.getTags().contains("registry");
        if (path.contains("{") && !createsNamedResource || WITH_ABSENCE.contains(operation.getOperationId())) {
            statuses.add(404);
        }
        if (!Permissions.roles(operations.method(operation)).isEmpty()) {
            statuses.add(403);
        }
        if (method == HttpMethod.PUT || method == HttpMethod.POST) {
            statuses.addAll(List.of(413, 415, 422));
        }
        if (operation.getOperationId().equals(WITH_ROWS)) {
            statuses.add(413);
        }
        if (RepetitionHeader.WRITES.contains(method)) {
            statuses.addAll(List.of(409, 422));
        }
        if (WITH_CURSOR.contains(operation.getOperationId())) {
            statuses.add(410);
        }
        boolean conditional = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "If-Match".equals(parameter.getName()));
        if (conditional) {
            statuses.add(412);
        }
        return statuses;
    }

    private static APIResponse response(int status, List<ProblemType> types) {
        String description = types.stream()
                .map(type -> "`" + type.uri() + "`: " + type.meaning().en())
                .collect(Collectors.joining("\n\n"));
        Schema problem = OASFactory.createSchema().ref("Problem");
        Content content = OASFactory.createContent()
                .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(problem));
        APIResponse response =
                OASFactory.createAPIResponse().description(description).content(content);
        if (status == TOO_MANY_REQUESTS
                || types.stream().anyMatch(type -> type.retryAfter().isPresent())) {
            response.addHeader("Retry-After", header("Time after which the same request may succeed, in seconds", "5"));
        }
        if (status == TOO_MANY_REQUESTS) {
            response.addHeader("RateLimit", header("What is left of the limit", "\"requests\";r=0;t=1"));
            response.addHeader("RateLimit-Policy", header("The limit", "\"requests\";q=10000;w=10"));
        }
        return response;
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.STRING))
                        .addExample(example));
    }

    private static void enumerateTypes(Schema problem) {
        List<Object> uris = Arrays.stream(ProblemType.values())
                .<Object>map(ProblemType::uri)
                .toList();
        problem.getProperties().get("type").setEnumeration(uris);
    }

    private static String name(int status) {
        return switch (status) {
            case 400 -> "BadRequest";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "NotFound";
            case 406 -> "NotAcceptable";
            case 409 -> "Conflict";
            case 410 -> "Gone";
            case 412 -> "PreconditionFailed";
            case 413 -> "ContentTooLarge";
            case 414 -> "URITooLong";
            case 415 -> "UnsupportedMediaType";
            case 422 -> "UnprocessableContent";
            case TOO_MANY_REQUESTS -> "TooManyRequests";
            case 431 -> "RequestHeaderFieldsTooLarge";
            case 500 -> "InternalServerError";
            case SERVICE_UNAVAILABLE -> "ServiceUnavailable";
            default -> throw new IllegalArgumentException("No name for status " + status);
        };
    }
}
