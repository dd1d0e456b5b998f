package org.gongkai.statistics;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.registry.DistrictLevel;

/** The parameters of a roll-up as they arrive. Each list may repeat its parameter, or separate its values by commas. */
public class QuestionParameters {

    @QueryParam("figure")
    @Parameter(
            description =
                    "Codes of figures, leaves, totals or groups, from the catalogue of the form; may be left out when"
                            + " grouped by figure, which then means all leaves")
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
    public Lineage lineage;

    @QueryParam("basis")
    @Parameter(
            description = "Which revisions to count: those in force",
            schema = @Schema(type = SchemaType.STRING, enumeration = "accepted"))
    public String basis;
}
