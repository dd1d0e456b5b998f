package org.gongkai.statistics.rollup;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gongkai.registry.agency.AgencyKind;

/** The parameters of a roll-up that were added later: they come last. */
public class RowParameters {

    @QueryParam("minCoverage")
    @Parameter(
            description =
                    "The share of the expected reports that a value needs, between 0 and 1: with fewer reports, the"
                            + " value is null. Without it, one report is enough",
            schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "1"))
    public String minCoverage;

    @QueryParam("stats")
    @Parameter(
            description =
                    "The statistics that rows gain. rank, percentile and share compare a row with the other rows of"
                            + " the same figure, type of applicant and year, before limit. median, mean and quartiles describe"
                            + " the reports in a row: zeros count, missing reports do not. change compares with the year"
                            + " before; rows must be grouped by year, or be of one year",
            schema = @Schema(type = SchemaType.ARRAY, implementation = Statistic.class))
    public List<String> stats;

    @QueryParam("kind")
    @Parameter(
            description =
                    "The kind of the agencies whose reports count: departments (DEPARTMENT, the default), or governments"
                            + " with their own reports (GOVERNMENT). The report of a government contains those of its"
                            + " departments, and may contain those of lower governments: group by agency or by the level of"
                            + " the district to read each one by itself",
            schema = @Schema(implementation = AgencyKind.class))
    public String kind;
}
