package org.gongkai.statistics;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a roll-up.
 *
 * @param figures codes of the figures asked for, as they were named
 * @param groupBy what the sums are grouped by
 * @param basis which revisions are counted: those in force
 * @param asOf when the sums were made
 * @param dataVersion the state of the data the sums were made from; grows with every change that a roll-up can see
 * @param rows the sums, ordered by their keys
 */
public record RollUp(
        @Schema(examples = "requests.newlyReceived") List<String> figures,
        @Schema(examples = "year") List<String> groupBy,
        @Schema(enumeration = "accepted") String basis,
        Instant asOf,
        long dataVersion,
        List<RollUpRow> rows) {}
