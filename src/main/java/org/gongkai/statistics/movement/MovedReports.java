package org.gongkai.statistics.movement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.registry.code.Named;

/**
 * A district in which another number of reports counts.
 *
 * @param district the district
 * @param before the number of departments' reports in force before
 * @param after the number of departments' reports in force after
 */
public record MovedReports(
        Named district,
        @Schema(minimum = "0") long before,
        @Schema(minimum = "0") long after) {}
