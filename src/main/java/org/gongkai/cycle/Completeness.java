package org.gongkai.cycle;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How complete the reports of a year are.
 *
 * @param year the report year
 * @param groupBy what the counts are grouped by
 * @param rows the counts, ordered by their keys; one row without keys where nothing is grouped by
 */
public record Completeness(
        @Schema(examples = "2023") int year,
        @Schema(examples = "district") List<String> groupBy,
        List<CompletenessRow> rows) {}
