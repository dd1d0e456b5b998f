package org.gongkai.filing.sandbox;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The result of a deletion of tests.
 *
 * @param reports number of reports that were deleted with all their revisions
 * @param cases number of cases of the certification that are open again
 */
public record TestsDeleted(
        @Schema(minimum = "0") long reports,
        @Schema(minimum = "0") long cases) {}
