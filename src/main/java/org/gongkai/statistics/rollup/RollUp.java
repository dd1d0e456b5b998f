package org.gongkai.statistics.rollup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A roll-up.
 *
 * @param figures codes of the figures in the query, in its order
 * @param groupBy the dimensions that the sums are grouped by
 * @param basis the revisions that are counted: those in force, or the newest that are in force or wait for a decision
 * @param boundaries whether figures count for the agencies and districts of the time of the report, or on current
 *     boundaries
 * @param asOf the instant of the data: the requested one, or else the instant of the last change
 * @param dataVersion the version of the data that the sums were made from; grows with every change that a roll-up can
 *     see
 * @param breaks breaks in a series: figures that the forms of some of the years do not have. These years are not in the
 *     rows of the figure, nor in their coverage. Absent when the forms of all years have all figures
 * @param rows the sums, in the requested order, and then by their keys
 */
public record RollUp(
        @Schema(examples = "requests.newlyReceived") List<String> figures,
        @Schema(examples = "year") List<String> groupBy,
        @Schema(enumeration = {"accepted", "submitted"}) String basis,
        @Schema(enumeration = {"as-reported", "current"}) String boundaries,
        Instant asOf,
        long dataVersion,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<SeriesBreak> breaks,
        List<RollUpRow> rows) {

    /**
     * A figure that is not comparable over all years.
     *
     * @param figure code of the figure
     * @param years the years of the query whose form does not have it
     */
    public record SeriesBreak(
            @Schema(examples = "proactiveDisclosure.administrativeFees")
            String figure,

            @Schema(examples = "2020") List<Integer> years) {}
}
