package org.gongkai.statistics.rollup;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.http.ListParameter;
import org.gongkai.registry.DistrictLevel;
import org.gongkai.statistics.data.Basis;

/** The parameters of a roll-up as they arrive. Each list may repeat its parameter, or separate its values by commas. */
public class RollUpParameters {

    @QueryParam("figure")
    @Parameter(
            description =
                    "Codes of figures, leaves, totals or groups, from the catalogue of the form; or rates, which are ratios of sums"
                            + " between 0 and 1, and null where there is nothing to divide by: rates.disclosure (disclosed in"
                            + " full or in part, of all outcomes), rates.refusal (refused, of all outcomes), rates.correction"
                            + " (reconsiderations and litigations that corrected the organ, of those concluded), rates.onTime"
                            + " (reports counted that first came in by the deadline, of those that the rosters of opened years"
                            + " ask for). May be left out when grouped by figure, which then means all leaves")
    public List<String> figure;

    @QueryParam("groupBy")
    @Parameter(
            description =
                    "What to group by: year, district, category, agency, applicantType, figure; grouped by figure, a group"
                            + " of figures is broken down into its leaves")
    public List<String> groupBy;

    @QueryParam("level")
    @Parameter(
            description =
                    "Level districts are taken at when grouped by district; without it, the agencies' own districts")
    public DistrictLevel level;

    @QueryParam("year")
    @Parameter(description = "Report years: years, or ranges such as 2021..2024")
    public List<String> year;

    @QueryParam("district")
    @Parameter(description = "Codes of districts, each with all that lies in it")
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

    @QueryParam("lineage")
    @Parameter(
            description =
                    "Whether figures count for the agencies, districts and categories they were reported by and for (reported), or"
                            + " on current boundaries, for what carries these on today (current); without it, as reported")
    public Boundaries lineage;

    @QueryParam("basis")
    @Parameter(
            description =
                    "Which revisions to count: those in force (accepted, the default), or of each report the newest that is in force"
                            + " or waits (submitted; for the oversight office only)",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"accepted", "submitted"}))
    public String basis;

    @QueryParam("asOf")
    @Parameter(
            description =
                    "An instant that has passed: the answer is what it would have been then, names, rosters and all, and stays the"
                            + " same for good. In RFC 3339, such as 2025-03-31T16:00:00Z; without it, now",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    public String asOf;

    @QueryParam("orderBy")
    @Parameter(
            description =
                    "What to order rows by, before their keys: value, reports, expected, or a key they are grouped by; with a minus"
                            + " before it from high to low. Rows without a value come last")
    public List<String> orderBy;

    @QueryParam("limit")
    @Parameter(
            description = "How many rows to answer at most, the first in the order asked for; at least 1",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    public String limit;

    /** Whether years are named: otherwise the data say which. */
    public boolean namesYears() {
        return !ListParameter.values(year).isEmpty();
    }

    /** Whether revisions are asked for that may still wait. */
    public boolean asksForWaiting() {
        return Basis.SUBMITTED.code().equals(basis);
    }
}
