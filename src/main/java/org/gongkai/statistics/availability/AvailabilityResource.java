package org.gongkai.statistics.availability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.http.Caller;
import org.gongkai.http.parameter.CheckedBy;
import org.gongkai.http.parameter.ListParameter;
import org.gongkai.registry.code.CodeCheck;
import org.gongkai.security.Role;
import org.gongkai.statistics.cache.Audience;
import org.gongkai.statistics.cache.ConditionalResponses;
import org.gongkai.statistics.cache.ResponseKey;
import org.gongkai.statistics.data.CanonicalUri;
import org.gongkai.statistics.data.DataScope;

/** The years, districts, categories and figures that have reports. */
@Path(AvailabilityResource.PATH)
@Tag(name = "statistics")
public class AvailabilityResource {

    static final String PATH = "/api/v1/availability";

    private final Availabilities availabilities;
    private final ConditionalResponses responses;
    private final ObjectMapper mapper;
    private final Caller caller;
    private final Clock clock;

    AvailabilityResource(
            Availabilities availabilities,
            ConditionalResponses responses,
            ObjectMapper mapper,
            Caller caller,
            Clock clock) {
        this.availabilities = availabilities;
        this.responses = responses;
        this.mapper = mapper;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Returns the years, districts, categories and figures that have reports of departments, and how many: all that an
     * application needs to let people choose. Every filter is optional, and narrows all parts of the answer; a list may
     * repeat its parameter, or separate its values by commas. The counts are those of roll-ups, under the districts and
     * categories of the time of the report.
     *
     * @param district codes of districts that contain the agencies, directly or in a lower district
     * @param category codes of the categories of the agencies
     */
    @GET
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.READER)
    @Operation(summary = "Get the years, districts, categories and figures that have reports")
    @APIResponse(
            responseCode = "200",
            description = "The counts",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Availability.class)))
    @APIResponse(
            responseCode = "304",
            description = "Not modified since the response whose ETag was sent in If-None-Match")
    public Uni<Response> getAvailability(
            @QueryParam("district") @CheckedBy(CodeCheck.class) List<String> district,
            @QueryParam("category") @CheckedBy(CodeCheck.class) List<String> category,
            @Context HttpHeaders headers,
            @Context RoutingContext request) {
        Collection<String> districts = new TreeSet<>(ListParameter.values(district));
        Collection<String> categories = new TreeSet<>(ListParameter.values(category));
        CanonicalUri uri = new CanonicalUri(PATH).with("district", districts).with("category", categories);
        ResponseKey key = ResponseKey.of(
                uri, DataScope.EVERYTHING, Optional.empty(), Audience.PUBLIC, Optional.empty(), clock.instant());
        return responses.respond(
                request,
                headers,
                caller.client(),
                key,
                HttpHeaders.ACCEPT_ENCODING,
                known -> content(availabilities.count(districts, categories, known)));
    }

    private ConditionalResponses.Content content(Availability availability) {
        return new ConditionalResponses.Content(
                availability.dataVersion(),
                Map.of(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON),
                out -> out.write(json(availability)),
                availability.years().stream()
                        .mapToLong(Availability.AvailableYear::reports)
                        .sum());
    }

    private byte[] json(Availability availability) {
        try {
            return mapper.writeValueAsBytes(availability);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
