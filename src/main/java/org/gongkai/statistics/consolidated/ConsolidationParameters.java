package org.gongkai.statistics.consolidated;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.publication.DocumentFormat;
import org.gongkai.statistics.data.Basis;

/** The parameters of a consolidated report as they arrive. */
public class ConsolidationParameters {

    @QueryParam("district")
    @Parameter(
            description =
                    "Code of the district, which is taken with all that lies in it; without it, all departments are added up")
    public String district;

    @QueryParam("basis")
    @Parameter(
            description =
                    "Which revisions to add up: those in force (accepted, the default), or of each report the newest that is in force"
                            + " or waits (submitted; for the oversight office only)",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"accepted", "submitted"}))
    public String basis;

    @QueryParam("asOf")
    @Parameter(
            description =
                    "An instant that has passed: the sum is what it would have been then, and stays the same for good. In RFC 3339,"
                            + " such as 2025-03-31T16:00:00Z; without it, now",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    public String asOf;

    @QueryParam("format")
    @Parameter(description = "How to write the answer; goes before the Accept header")
    public DocumentFormat format;

    /** Whether revisions are asked for that may still wait. */
    boolean asksForWaiting() {
        return Basis.SUBMITTED.code().equals(basis);
    }
}
