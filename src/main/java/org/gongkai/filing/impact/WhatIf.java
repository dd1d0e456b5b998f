package org.gongkai.filing.impact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.history.Changes;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.registry.code.Named;
import org.gongkai.rules.FindingView;
import org.gongkai.security.YearScope;
import org.gongkai.statistics.movement.MovedCell;
import org.gongkai.statistics.movement.MovedReports;
import org.gongkai.statistics.movement.MovedTotal;
import org.gongkai.statistics.movement.MovedTotals;

/**
 * The expected effect of changes of a report, if the changed report came into force now. Findings are compared with those
 * of the base, and totals with what is in force.
 *
 * @param agency the agency, by its name in the report year
 * @param year the report year
 * @param revision number of the revision that is changed
 * @param baseStatus its status: unless it is ACCEPTED, it is not in force
 * @param changes the cells and texts that differ from it
 * @param valid whether the changed report could be stored: it breaks no rule that is an error
 * @param status status that it would have after its submission; absent if it would be rejected
 * @param findings the findings about the changed report: errors, warnings and information
 * @param added those of them that the base does not have
 * @param gone the findings about the base that the changed report does not have
 * @param later the reports of later years that are compared with it, by year; for a token limited to years, only theirs
 * @param reports the districts whose number of reports would change, the lowest district first
 * @param totals the totals of the agency's district, and of all districts above it, that would move
 * @param categoryTotals the totals of the agency's category in these districts that would move
 * @param cells the cells of the consolidated reports of these districts that would move
 */
public record WhatIf(
        Named agency,
        @Schema(examples = "2023") int year,
        @Schema(minimum = "1") int revision,
        RevisionStatus baseStatus,
        List<Changes.Change> changes,
        boolean valid,
        @JsonInclude(JsonInclude.Include.NON_NULL) RevisionStatus status,
        List<FindingView> findings,
        List<FindingView> added,
        List<FindingView> gone,
        List<LaterReport> later,
        List<MovedReports> reports,
        List<MovedTotal> totals,
        List<MovedTotal> categoryTotals,
        List<MovedCell> cells) {

    /** Returns the effect for a caller who may see some years. */
    static WhatIf of(SupposedFindings supposed, MovedTotals moved, YearScope years) {
        return new WhatIf(
                new Named(supposed.base().agency(), supposed.agencyName()),
                supposed.base().year(),
                supposed.base().revision(),
                supposed.base().status(),
                supposed.changes(),
                supposed.status().isPresent(),
                supposed.status().orElse(null),
                supposed.findings(),
                supposed.added(),
                supposed.gone(),
                supposed.later().stream()
                        .filter(report -> years.allows(report.year()))
                        .toList(),
                moved.reports(),
                moved.totals(),
                moved.categoryTotals(),
                moved.cells());
    }
}
