package org.gongkai.registry.category;

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
import org.gongkai.http.parameter.UpdatedSince;
import org.gongkai.registry.entry.ChangedEntries;
import org.gongkai.registry.entry.NamePart;
import org.gongkai.security.Role;
import org.gongkai.security.UnlimitedOversight;
import org.jboss.resteasy.reactive.RestResponse;

/** The categories of the registry. */
@Path("/api/v1/categories")
@Tag(name = "registry")
public class CategoryResource {

    private final Categories categories;
    private final Caller caller;

    CategoryResource(Categories categories, Caller caller) {
        this.categories = categories;
        this.caller = caller;
    }

    /**
     * Lists categories by code. The filter is optional.
     *
     * @param name part of the name of the categories
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, MediaType.WILDCARD})
    @Transactional
    @PermitAll
    @Operation(summary = "List categories")
    @APIResponse(
            responseCode = "200",
            description = "A page of the list; as CSV, the complete list",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PageCategoryEntry")))
    public Response listCategories(
            @QueryParam("name") String name,
            @BeanParam Paging paging,
            @BeanParam ListFormat format,
            @BeanParam UpdatedSince updated) {
        Criteria criteria = new Criteria()
                .and(NamePart.CONDITION, "name", NamePart.key(name))
                .and(ChangedEntries.condition(EventType.CATEGORY_CHANGED), UpdatedSince.NAME, updated.instant());
        return format.answer(
                new ListQuery<>(
                        (condition, sort, values) -> Category.find(condition, sort, values),
                        criteria,
                        ListOrder.<Category>byCode("code", category -> category.code)),
                paging,
                CategoryEntry::of,
                Categories.COLUMNS::write);
    }

    /**
     * Adds or changes one category per line of a CSV file. If the file has any error, nothing is changed. The header
     * line names the members of an entry, in any order; members that are optional in an entry are optional here.
     * Entries that are not in the file are not changed.
     *
     * @param csv the categories, as CSV with a header line, in UTF-8 or GB18030
     */
    @PUT
    @Consumes(Csv.MEDIA_TYPE)
    @RolesAllowed(Role.OVERSIGHT)
    @UnlimitedOversight
    @Operation(summary = "Add or change categories from a file")
    public ImportSummary loadCategories(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = Csv.MEDIA_TYPE,
                                            schema = @Schema(implementation = String.class)))
                    byte[] csv) {
        return categories.load(CsvFile.read(Categories.COLUMNS, csv), caller.actor());
    }

    /**
     * Returns a category.
     *
     * @param code code of the category
     */
    @GET
    @Path("/{code}")
    @Transactional
    @PermitAll
    @Operation(summary = "Get a category")
    public CategoryEntry getCategory(@PathParam("code") String code) {
        return CategoryEntry.of(Categories.require(code));
    }

    /**
     * Adds or changes a category. Answers 201 if it is new.
     *
     * @param code code of the category: 2 to 36 letters, digits or hyphens; the first character is not a hyphen
     * @param entry the category
     */
    @PUT
    @Path("/{code}")
    @RolesAllowed(Role.OVERSIGHT)
    @UnlimitedOversight
    @Operation(summary = "Add or change a category")
    public RestResponse<CategoryEntry> putCategory(@PathParam("code") String code, CategoryEntry entry) {
        UpsertResult outcome = categories.put(code, Body.required(entry), caller.actor());
        return Created.orChanged(outcome == UpsertResult.ADDED, getCategory(code));
    }
}
