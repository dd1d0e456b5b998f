package org.gongkai.registry.district;

import io.quarkus.panache.common.Sort;
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
import org.gongkai.http.parameter.UpdatedSince;
import org.gongkai.registry.code.CodeCheck;
import org.gongkai.registry.code.RegisteredCodes;
import org.gongkai.registry.entry.ChangedEntries;
import org.gongkai.registry.entry.NamePart;
import org.gongkai.security.Role;
import org.gongkai.security.UnlimitedOversight;
import org.jboss.resteasy.reactive.RestResponse;

/** The districts of the registry. */
@Path("/api/v1/districts")
@Tag(name = "registry")
public class DistrictResource {

    private final Districts districts;
    private final RegisteredCodes codes;
    private final Caller caller;

    DistrictResource(Districts districts, RegisteredCodes codes, Caller caller) {
        this.districts = districts;
        this.codes = codes;
        this.caller = caller;
    }

    /**
     * Lists districts by code. Every filter is optional.
     *
     * @param parent code of the district that directly contains the districts
     * @param level level of the districts
     * @param name part of the name of the districts
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, MediaType.WILDCARD})
    @Transactional
    @PermitAll
    @Operation(summary = "List districts")
    @APIResponse(
            responseCode = "200",
            description = "A page of the list; as CSV, the complete list",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PageDistrictEntry")))
    public Response listDistricts(
            @QueryParam("parent") @CheckedBy(CodeCheck.class) String parent,
            @QueryParam("level") DistrictLevel level,
            @QueryParam("name") String name,
            @BeanParam Paging paging,
            @BeanParam ListFormat format,
            @BeanParam UpdatedSince updated) {
        Criteria criteria = new Criteria()
                .and("parent.code = :parent", "parent", parent)
                .and("level = :level", "level", level == null ? null : (short) level.rank())
                .and(NamePart.CONDITION, "name", NamePart.key(name))
                .and(ChangedEntries.condition(EventType.DISTRICT_CHANGED), UpdatedSince.NAME, updated.instant());
        return format.answer(
                new ListQuery<>(
                        (condition, sort, values) ->
                                District.find(condition, format.isCsv() ? Sort.by("level", "code") : sort, values),
                        criteria,
                        ListOrder.<District>byCode("code", district -> district.code)),
                paging,
                DistrictEntry::of,
                Districts.COLUMNS::write);
    }

    /**
     * Adds or changes one district per line of a CSV file. If the file has any error, nothing is changed. The header
     * line names the members of an entry, in any order; members that are optional in an entry are optional here.
     * Entries that are not in the file are not changed. A line may refer to later lines.
     *
     * @param csv the districts, as CSV with a header line, in UTF-8 or GB18030
     */
    @PUT
    @Consumes(Csv.MEDIA_TYPE)
    @RolesAllowed(Role.OVERSIGHT)
    @UnlimitedOversight
    @Operation(summary = "Add or change districts from a file")
    public ImportSummary loadDistricts(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = Csv.MEDIA_TYPE,
                                            schema = @Schema(implementation = String.class)))
                    byte[] csv) {
        return districts.load(CsvFile.read(Districts.COLUMNS, csv), caller.actor(), caller.language());
    }

    /**
     * Returns a district.
     *
     * @param code code of the district
     */
    @GET
    @Path("/{code}")
    @Transactional
    @PermitAll
    @Operation(summary = "Get a district")
    public RestResponse<DistrictEntry> getDistrict(@PathParam("code") String code) {
        return caller.withContentLanguage(RestResponse.ResponseBuilder.ok(entry(code)))
                .build();
    }

    private DistrictEntry entry(String code) {
        return DistrictEntry.of(Districts.require(code)).withWarnings(caller.language());
    }

    /**
     * Adds or changes a district. Answers 201 if it is new. A district cannot contain itself, and its level must be
     * below the level of its parent.
     *
     * @param code code of the district: 2 to 36 letters, digits or hyphens; the first character is not a hyphen
     * @param entry the district
     */
    @PUT
    @Path("/{code}")
    @RolesAllowed(Role.OVERSIGHT)
    @UnlimitedOversight
    @Operation(summary = "Add or change a district")
    public RestResponse<DistrictEntry> putDistrict(@PathParam("code") String code, DistrictEntry entry) {
        UpsertResult outcome = districts.put(code, Body.required(entry), caller.actor());
        return Created.orChanged(outcome == UpsertResult.ADDED, entry(code));
    }
}
