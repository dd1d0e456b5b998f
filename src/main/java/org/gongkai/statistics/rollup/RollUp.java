package org.gongkai.statistics.rollup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Figure;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.code.Named;
import org.gongkai.text.CodeFormat;

/**
 * A roll-up.
 *
 * @param figures codes of the figures in the query, in its order
 * @param groupBy the dimensions that the sums are grouped by
 * @param basis the revisions that are counted: those in force, or the newest that are in force or wait for a decision
 * @param boundaries whether figures count for the agencies and districts of the time of the report, or on current
 *     boundaries
 * @param asOf the instant of the data: the requested one, or else the instant of the last change that is counted in
 *     dataVersion
 * @param dataVersion the version of the data that the sums were made from; grows with every change in the years and the
 *     districts of the query
 * @param stats the statistics that rows gain; absent when there are none
 * @param breaks breaks in a series. Figures that the forms of some of the years do not have: these years are not
 *     in the rows of the figure, nor in their coverage. On current boundaries also agencies that were split: their
 *     figures stay with them, as no successor continues their series. Absent when there are none
 * @param kind the kind of the agencies whose reports are counted
 * @param rows the sums, in the requested order, and then by their keys
 */
public record RollUp(
        @Schema(pattern = Figure.CODE_PATTERN, examples = "requests.newlyReceived")
        List<String> figures,

        @Schema(
                enumeration = {"year", "district", "category", "agency", "applicantType", "figure"},
                maxItems = 6,
                examples = "year")
        List<String> groupBy,

        @Schema(enumeration = {"accepted", "submitted"}) String basis,
        @Schema(enumeration = {"as-reported", "current"}) String boundaries,
        Instant asOf,
        @Schema(minimum = "0") long dataVersion,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(maxItems = 7)
        List<Statistic> stats,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SeriesBreak> breaks,
        AgencyKind kind,
        List<RollUpRow> rows) {

    /**
     * A figure that is not comparable over all years, or an agency that was split.
     *
     * @param figure code of the figure; absent for an agency
     * @param agency the agency that was split; absent for a figure
     * @param successors codes of the agencies that continue its tasks; absent for a figure
     * @param years the years of the query whose form does not have the figure, or that the agency has reported on
     */
    public record SeriesBreak(
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(pattern = Figure.CODE_PATTERN, examples = "proactiveDisclosure.administrativeFees")
            String figure,

            @JsonInclude(JsonInclude.Include.NON_NULL) Named agency,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(pattern = CodeFormat.PATTERN)
            List<String> successors,

            @Schema(examples = "2020") List<Integer> years) {

        /** Returns the break of a figure. */
        public static SeriesBreak ofFigure(String figure, List<Integer> years) {
            return new SeriesBreak(figure, null, null, years);
        }
    }
}
