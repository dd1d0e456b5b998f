package org.gongkai.http.parameter;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameter that selects the entries of a list that changed at an instant or later. */
public class UpdatedSince {

    /** The name of the parameter, also in queries. */
    public static final String NAME = "updatedSince";

    @QueryParam(NAME)
    @CheckedBy(InstantParameter.Check.class)
    @Parameter(
            description =
                    "An instant: only entries that were added or changed then or later. Changes become visible when they"
                            + " are stored, so take an instant some time before the previous request",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    public String updatedSince;

    /** Returns the instant; {@code null} if the request does not have the parameter. */
    public Instant instant() {
        return InstantParameter.parse(updatedSince).orElse(null);
    }
}
