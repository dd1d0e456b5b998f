package org.gongkai.statistics.consolidated;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.publication.DocumentFormat;

/** The parameters of a consolidated report. */
public class ConsolidationParameters {

    @QueryParam("district")
    @Parameter(
            description = "Code of the district, which includes all districts in it; without it, all departments are"
                    + " added up")
    public String district;

    @QueryParam("basis")
    @Parameter(
            description = "The revisions to add up: those in force (accepted, the default), or the newest of each"
                    + " report that is in force or waits for a decision (submitted; for the oversight"
                    + " office only)",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"accepted", "submitted"}))
    public String basis;

    @QueryParam("asOf")
    @Parameter(
            description = "An instant in the past: the sum is as it would have been then, and never changes. In RFC"
                    + " 3339, such as 2025-03-31T16:00:00Z; without it, now",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    public String asOf;

    @QueryParam("format")
    @Parameter(
            description = "The format of the answer; takes precedence over the Accept header",
            schema = @Schema(implementation = DocumentFormat.class))
    public String format;

    @QueryParam("drafts")
    @Parameter(
            description =
                    "Whether the answer has drafts of the texts of sections 一, 五 and 六, made from the departments'"
                            + " figures of both years and from their texts. Documents have them in place of the empty texts, marked"
                            + " as drafts",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    public String drafts;
}
