package org.gongkai.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.http.parameter.ReportYear;

/** The catalogue of figures. */
@Path("/api/v1/form")
@Tag(name = "form")
public class FormResource {

    /**
     * Returns every figure of the statutory form of a year: its code, label, place in the printed form, cells, measure
     * and unit, and the figures that it sums.
     *
     * @param year the report year
     */
    @GET
    @Path("/{year}")
    @PermitAll
    @Operation(summary = "Get the catalogue of figures")
    public FormCatalogue getForm(@PathParam("year") ReportYear year) {
        return FormCatalogue.of(year.value(), year.form());
    }
}
