package org.gongkai.cycle;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The completeness of the reports on a year.
 *
 * @param year the report year
 * @param groupBy the keys by which the counts are grouped
 * @param rows the counts, sorted by their keys; a single row without keys if they are not grouped
 */
public record Completeness(
        @Schema(examples = "2023") int year,

        @Schema(
                enumeration = {"district", "category"},
                maxItems = 2,
                examples = "district")
        List<String> groupBy,

        List<CompletenessRow> rows) {}
