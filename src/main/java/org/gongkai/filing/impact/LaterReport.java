package org.gongkai.filing.impact;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.rules.FindingView;

/**
 * A report of a later year that is compared with the changed one.
 *
 * @param year its report year
 * @param revision number of the revision that is in force, waits, or was returned as the newest one
 * @param status its status now
 * @param comesIntoForce whether it would come into force by itself, because no open warning would be left. The years
 *     after it are then compared with it
 * @param findings the findings about it after the change
 * @param added the findings that the change would add
 * @param gone the findings that would be gone after the change
 */
public record LaterReport(
        @Schema(examples = "2024") int year,
        @Schema(minimum = "1") int revision,
        RevisionStatus status,
        boolean comesIntoForce,
        List<FindingView> findings,
        List<FindingView> added,
        List<FindingView> gone) {}
