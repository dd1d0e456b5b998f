package org.gongkai.statistics.rollup;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a roll-up.
 *
 * @param figures codes of the figures asked for, as they were named
 * @param groupBy what the sums are grouped by
 * @param basis which revisions are counted: those in force, or the newest that are in force or wait
 * @param lineage whether figures count for whom and where they were reported, or on current boundaries
 * @param asOf the instant as of which is asked, or else when the data came into the state they are in
 * @param dataVersion the state of the data the sums were made from; grows with every change that a roll-up can see
 * @param gaps figures that the forms of some of the years do not have: these years are not in their rows, nor in the coverage
 *     there; absent where all have all
 * @param rows the sums, ordered as asked for, and then by their keys
 */
public record RollUp(
        @Schema(examples = "requests.newlyReceived") List<String> figures,
        @Schema(examples = "year") List<String> groupBy,
        @Schema(enumeration = {"accepted", "submitted"}) String basis,
        @Schema(enumeration = {"reported", "current"}) String lineage,
        Instant asOf,
        long dataVersion,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Gap> gaps,
        List<RollUpRow> rows) {

    /**
     * A figure that is not comparable over all years.
     *
     * @param figure code of the figure
     * @param years the years asked for whose form does not have it
     */
    public record Gap(
            @Schema(examples = "proactiveDisclosure.administrativeFees")
            String figure,

            @Schema(examples = "2020") List<Integer> years) {}
}
