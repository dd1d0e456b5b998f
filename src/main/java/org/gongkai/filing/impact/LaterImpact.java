package org.gongkai.filing.impact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.statistics.movement.MovedCell;
import org.gongkai.statistics.movement.MovedReports;
import org.gongkai.statistics.movement.MovedTotal;
import org.gongkai.statistics.movement.MovedTotals;
import org.gongkai.statistics.movement.Movement;
import org.gongkai.text.Language;

/**
 * The totals that moved when a revision was withdrawn, or came into force again.
 *
 * @param kind the reason
 * @param at the instant
 * @param from number of the revision that went out of force; absent if none was in force
 * @param to number of the revision that came into force; absent if none did
 * @param reports the districts whose number of reports changed, the lowest district first
 * @param totals the totals of districts that moved
 * @param categoryTotals the totals of the agency's category in these districts that moved
 * @param cells the cells of the consolidated reports of these districts that moved
 */
public record LaterImpact(
        Kind kind,
        Instant at,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "1")
        Integer from,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "1")
        Integer to,

        List<MovedReports> reports,
        List<MovedTotal> totals,
        List<MovedTotal> categoryTotals,
        List<MovedCell> cells) {

    /** The reason why totals moved again. */
    @Schema(name = "LaterImpactKind")
    public enum Kind {
        /** The oversight office withdrew the revision. */
        WITHDRAWN,
        /** The revision came into force again, because a newer one was withdrawn. */
        REINSTATED
    }

    static LaterImpact of(Kind kind, Instant at, Movement movement, Language language) {
        MovedTotals moved = movement.in(language);
        return new LaterImpact(
                kind,
                at,
                movement.from().orElse(null),
                movement.to().orElse(null),
                moved.reports(),
                moved.totals(),
                moved.categoryTotals(),
                moved.cells());
    }
}
