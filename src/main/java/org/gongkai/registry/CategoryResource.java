package org.gongkai.registry;

import io.quarkus.panache.common.Sort;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.http.Body;
import org.gongkai.http.Caller;
import org.gongkai.http.Created;
import org.gongkai.http.Criteria;
import org.gongkai.http.Page;
import org.gongkai.http.Paging;
import org.gongkai.security.Role;
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
     * Lists categories, by code. Filters that are left out filter nothing.
     *
     * @param name part of their name
     */
    @GET
    @Transactional
    @PermitAll
    @Operation(summary = "List categories")
    public RestResponse<Page<CategoryEntry>> listCategories(@QueryParam("name") String name, @BeanParam Paging paging) {
        Criteria criteria = new Criteria().and("position(:name in name) > 0", "name", name);
        return paging.answer(
                paging.of(Category.<Category>find(criteria.condition(), Sort.by("code"), criteria.values()))
                        .map(CategoryEntry::of));
    }

    /**
     * Gives one category.
     *
     * @param code its code
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
     * Adds a category, or changes it. Answers 201 when it is new.
     *
     * @param code its code: 2 to 36 letters, digits or hyphens
     */
    @PUT
    @Path("/{code}")
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "Add or change a category")
    public RestResponse<CategoryEntry> putCategory(@PathParam("code") String code, CategoryEntry entry) {
        PutOutcome outcome = categories.put(code, Body.required(entry), caller.actor());
        return Created.orChanged(outcome == PutOutcome.ADDED, getCategory(code));
    }
}
