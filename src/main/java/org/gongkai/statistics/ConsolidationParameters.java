package org.gongkai.statistics;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of a consolidated report as they arrive. */
public class ConsolidationParameters {

    @QueryParam("district")
    @Parameter(
            description =
                    "Code of the district, which is taken with all that lies in it; without it, all departments are added up")
    public String district;

    @QueryParam("basis")
    @Parameter(
            description = "Which revisions to add up: those in force",
            schema = @Schema(type = SchemaType.STRING, enumeration = "accepted"))
    public String basis;
}
