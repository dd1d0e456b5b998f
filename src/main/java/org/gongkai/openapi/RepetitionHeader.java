package org.gongkai.openapi;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.gongkai.http.idempotency.IdempotencyKey;

/** Adds the header {@code Idempotency-Key} to every operation that writes, as its last parameter. */
final class RepetitionHeader {

    /** The methods that a client may mark for repetition. */
    static final Set<HttpMethod> WRITES = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);

    private RepetitionHeader() {}

    static void add(OpenAPI document) {
        document.getPaths().getPathItems().values().forEach(path -> path.getOperations()
                .forEach((method, operation) -> {
                    if (WRITES.contains(method)) {
                        operation.addParameter(header());
                    }
                }));
    }

    private static Parameter header() {
        return OASFactory.createParameter()
                .name(IdempotencyKey.HEADER)
                .in(Parameter.In.HEADER)
                .description(
                        "A key of this request, in quotes; a UUID is best. A repetition with the same key gets the first"
                                + " answer for 24 hours, with the header Idempotent-Replayed, and changes nothing")
                .schema(OASFactory.createSchema()
                        .type(List.of(Schema.SchemaType.STRING))
                        .minLength(1)
                        .maxLength(IdempotencyKey.MAX_LENGTH + 2));
    }
}
