package org.gongkai.statistics.rollup;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.registry.district.DistrictLevel;

/** The parameters of a roll-up. A list may repeat its parameter, or separate its values by commas. */
public class RollUpParameters {

    @QueryParam("figure")
    @Parameter(
            description = "Codes of figures from the catalogue of the form: leaves, totals or groups; or rates, which"
                    + " are ratios of sums between 0 and 1, and null when the denominator is zero:"
                    + " rates.disclosure (disclosed in full or in part, of all outcomes), rates.refusal"
                    + " (refused, of all outcomes), rates.correction (reconsiderations and litigations"
                    + " that corrected the organ, of those concluded), rates.onTime (reports counted that"
                    + " were first submitted by the deadline, of those on the rosters of opened years)."
                    + " Can be omitted when rows are grouped by figure, which selects all leaves")
    public List<String> figure;

    @QueryParam("groupBy")
    @Parameter(
            description = "The dimensions of a row: year, district, category, agency, applicantType, figure. When rows"
                    + " are grouped by figure, a group of figures is broken down into its leaves",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Dimension.class))
    public List<String> groupBy;

    @QueryParam("level")
    @Parameter(
            description = "The level of the districts when rows are grouped by district; without it, the agencies' own"
                    + " districts",
            schema = @Schema(implementation = DistrictLevel.class))
    public String level;

    @QueryParam("year")
    @Parameter(description = "Report years: years, or ranges such as 2021..2024; without it, all years with reports")
    public List<String> year;

    @QueryParam("district")
    @Parameter(description = "Codes of districts; each includes all districts in it")
    public List<String> district;

    @QueryParam("category")
    @Parameter(description = "Codes of categories")
    public List<String> category;

    @QueryParam("agency")
    @Parameter(description = "Codes of agencies")
    public List<String> agency;

    @QueryParam("applicantType")
    @Parameter(description = "Types of applicant")
    public List<String> applicantType;

    @QueryParam("boundaries")
    @Parameter(
            description = "The agencies, districts and categories that figures count for: those of the time of the"
                    + " report (as-reported, the default), or those that continue them today (current)",
            schema = @Schema(implementation = Boundaries.class))
    public String boundaries;

    @QueryParam("basis")
    @Parameter(
            description = "The revisions to count: those in force (accepted, the default), or the newest of each report"
                    + " that is in force or waits for a decision (submitted; for the oversight office"
                    + " only)",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"accepted", "submitted"}))
    public String basis;

    @QueryParam("asOf")
    @Parameter(
            description = "An instant in the past: the answer is as it would have been then, including names and"
                    + " rosters, and never changes. In RFC 3339, such as 2025-03-31T16:00:00Z; without it,"
                    + " now",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    public String asOf;

    @QueryParam("orderBy")
    @Parameter(
            description = "The order of rows, before their keys: value, reports, expected, or a key that rows are"
                    + " grouped by; with a minus before it, from high to low. Rows without a value come"
                    + " last",
            schema = @Schema(type = SchemaType.ARRAY, implementation = RowSort.class))
    public List<String> orderBy;

    @QueryParam("limit")
    @Parameter(
            description = "The maximum number of rows: the first in the requested order; at least 1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    public String limit;
}
