package org.gongkai.filing.impact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.filing.revision.SubmissionNotes;
import org.gongkai.registry.code.Named;
import org.gongkai.statistics.movement.MovedCell;
import org.gongkai.statistics.movement.MovedReports;
import org.gongkai.statistics.movement.MovedTotal;

/**
 * The totals that moved when a revision came into force, and when it was withdrawn or came into force again. The
 * districts and the category are those under which the report counted then. The totals before are those just before the
 * instant; those after differ by what this report contributes, and not by other reports that came into force at the same
 * instant. While the revision waits, the totals are those that would move if it came into force now.
 *
 * @param agency the agency, by its name in the report year
 * @param year the report year
 * @param revision number of the revision
 * @param status its status now
 * @param state whether the totals have moved
 * @param at the instant at which it came into force; absent if it did not
 * @param replaced number of the revision that it replaced, or would replace; absent if none was in force
 * @param changeReason reason of the agency to change the report; absent where none was given
 * @param counted whether the report counts in totals: a government's does not
 * @param reports the districts whose number of reports changed, the lowest district first
 * @param totals the totals of the agency's district, and of all districts above it, that moved
 * @param categoryTotals the totals of the agency's category in these districts that moved
 * @param cells the cells of the consolidated reports of these districts that moved
 * @param later the moves of these totals when the revision was withdrawn, or came into force again: the first 20, in their
 *     order
 */
public record Impact(
        Named agency,
        @Schema(examples = "2023") int year,
        @Schema(minimum = "1") int revision,
        RevisionStatus status,
        State state,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant at,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "1")
        Integer replaced,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(minLength = 1, maxLength = SubmissionNotes.MAX_CHANGE_REASON, examples = "表三第二行误填，现予更正")
        String changeReason,

        boolean counted,
        List<MovedReports> reports,
        List<MovedTotal> totals,
        List<MovedTotal> categoryTotals,
        List<MovedCell> cells,
        @Schema(maxItems = Impacts.MAX_LATER) List<LaterImpact> later) {

    /** The state of an impact. */
    @Schema(name = "ImpactState")
    public enum State {
        /** The revision came into force: the totals have moved. */
        MOVED,
        /** The revision waits: the totals would move. */
        EXPECTED,
        /** The revision never was in force and does not wait: it moves nothing. */
        NONE
    }
}
