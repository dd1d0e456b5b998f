package org.gongkai.registry.agency;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.EventType;
import org.gongkai.csv.Csv;
import org.gongkai.csv.CsvFile;
import org.gongkai.csv.ImportSummary;
import org.gongkai.csv.UpsertResult;
import org.gongkai.http.Caller;
import org.gongkai.http.answer.Created;
import org.gongkai.http.body.Body;
import org.gongkai.http.listing.Criteria;
import org.gongkai.http.listing.ListFormat;
import org.gongkai.http.listing.ListOrder;
import org.gongkai.http.listing.ListQuery;
import org.gongkai.http.listing.Paging;
import org.gongkai.http.parameter.CheckedBy;
import org.gongkai.http.parameter.ListParameter;
import org.gongkai.http.parameter.UpdatedSince;
import org.gongkai.registry.code.CodeCheck;
import org.gongkai.registry.district.Districts;
import org.gongkai.registry.entry.ChangedEntries;
import org.gongkai.registry.entry.NamePart;
import org.gongkai.security.Access;
import org.gongkai.security.OptionalToken;
import org.gongkai.security.Role;
import org.gongkai.security.UnlimitedOversight;
import org.jboss.resteasy.reactive.RestResponse;

/** The agencies of the registry. */
@Path("/api/v1/agencies")
@Tag(name = "registry")
public class AgencyResource {

    private final Agencies agencies;
    private final Caller caller;
    private final Access access;

    AgencyResource(Agencies agencies, Caller caller, Access access) {
        this.agencies = agencies;
        this.caller = caller;
        this.access = access;
    }

    /**
     * Lists agencies by code. Every filter is optional; a list may repeat its parameter, or separate its values by
     * commas. Contacts are shown to the oversight office, and to an agency its own; CSV has their columns for the office
     * only.
     *
     * @param district codes of districts that contain the agencies, directly or in a lower district
     * @param category codes of the categories of the agencies
     * @param kind kind of the agencies
     * @param name part of the name of the agencies
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, MediaType.WILDCARD})
    @Transactional
    @PermitAll
    @OptionalToken
    @Operation(summary = "List agencies")
    @APIResponse(
            responseCode = "200",
            description = "A page of the list; as CSV, the complete list",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PageAgencyEntry")))
    public Response listAgencies(
            @QueryParam("district") @CheckedBy(CodeCheck.class) List<String> district,
            @QueryParam("category") @CheckedBy(CodeCheck.class) List<String> category,
            @QueryParam("kind") AgencyKind kind,
            @QueryParam("name") String name,
            @BeanParam Paging paging,
            @BeanParam ListFormat format,
            @BeanParam UpdatedSince updated) {
        Criteria criteria = new Criteria()
                .andLike("district.path", "district", Districts.pathsWithin(ListParameter.values(district)))
                .andIn("category.code", "category", ListParameter.values(category))
                .and("kind = :kind", "kind", kind)
                .and(NamePart.CONDITION, "name", NamePart.key(name))
                .and(ChangedEntries.condition(EventType.AGENCY_CHANGED), UpdatedSince.NAME, updated.instant());
        return format.answer(
                new ListQuery<>(
                        (condition, sort, values) -> Agency.find(condition, sort, values),
                        criteria,
                        ListOrder.<Agency>byCode("code", agency -> agency.code)),
                paging,
                visible(),
                access.isOversight() ? Agencies.COLUMNS::write : Agencies.COLUMNS_WITHOUT_CONTACT::write);
    }

    /**
     * Adds or changes one agency per line of a CSV file. If the file has any error, nothing is changed. The header
     * line names the members of an entry, in any order; members that are optional in an entry are optional here.
     * Entries that are not in the file are not changed. Former names are not part of the file, and are not changed; a
     * different name with a later nameSince is a renaming. A file without the columns contactPerson, telephone and email
     * changes no contact; an empty cell removes it.
     *
     * @param csv the agencies, as CSV with a header line, in UTF-8 or GB18030
     */
    @PUT
    @Consumes(Csv.MEDIA_TYPE)
    @RolesAllowed(Role.OVERSIGHT)
    @UnlimitedOversight
    @Operation(summary = "Add or change agencies from a file")
    public ImportSummary loadAgencies(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = Csv.MEDIA_TYPE,
                                            schema = @Schema(implementation = String.class)))
                    byte[] csv) {
        return agencies.load(CsvFile.read(Agencies.COLUMNS, csv), caller.actor(), caller.language());
    }

    /**
     * Returns an agency.
     *
     * @param code code of the agency
     */
    @GET
    @Path("/{code}")
    @Transactional
    @PermitAll
    @OptionalToken
    @Operation(summary = "Get an agency")
    public RestResponse<AgencyEntry> getAgency(@PathParam("code") String code) {
        return caller.withContentLanguage(RestResponse.ResponseBuilder.ok(entry(code)))
                .build();
    }

    private AgencyEntry entry(String code) {
        return visible().apply(Agencies.require(code)).withWarnings(caller.language());
    }

    /** Shows contacts to the oversight office and to the agency itself only. */
    private Function<Agency, AgencyEntry> visible() {
        Predicate<String> reach = access.reach();
        return agency -> reach.test(agency.code)
                ? AgencyEntry.of(agency)
                : AgencyEntry.of(agency).withoutContact();
    }

    /**
     * Adds or changes an agency. Answers 201 if it is new. Its district and its category must exist.
     *
     * @param code code of the agency: 2 to 36 letters, digits or hyphens; the first character is not a hyphen
     * @param entry the agency
     */
    @PUT
    @Path("/{code}")
    @RolesAllowed(Role.OVERSIGHT)
    @UnlimitedOversight
    @Operation(summary = "Add or change an agency")
    public RestResponse<AgencyEntry> putAgency(@PathParam("code") String code, AgencyEntry entry) {
        UpsertResult outcome = agencies.put(code, Body.required(entry), caller.actor());
        return Created.orChanged(outcome == UpsertResult.ADDED, entry(code));
    }
}
