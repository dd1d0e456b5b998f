package org.gongkai.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.gongkai.cycle.Deadlines;
import org.gongkai.cycle.DeadlinesMoved;
import org.gongkai.registry.Agencies;
import org.gongkai.registry.Agency;

/** Says anew which reports were late, when deadlines have been moved. */
@ApplicationScoped
class Lateness {

    private static final String RULE = "LATE";

    private final Review review;

    Lateness(Review review) {
        this.review = review;
    }

    /** In the order of the agencies, which is the order they are locked in. */
    void judgeAnew(@Observes DeadlinesMoved moved) {
        List<Filing> filings = moved.agency()
                .map(agency -> Filing.<Filing>list("id.year = ?1 and id.agency = ?2", (short) moved.year(), agency))
                .orElseGet(() -> Filing.list("id.year = ?1 order by id.agency", (short) moved.year()));
        filings.forEach(this::judgeAnew);
    }

    private void judgeAnew(Filing filing) {
        Agency agency = Agencies.lock(filing.id.agency());
        boolean late = !filing.firstSubmittedAt.isBefore(Deadlines.dueFor(agency, filing.id.year()));
        boolean wasLate = StoredFinding.count(
                        "id.agency = ?1 and id.year = ?2 and rule = ?3", filing.id.agency(), filing.id.year(), RULE)
                > 0;
        if (late || wasLate) {
            review.judgeAnew(filing.id, Map.of("deadline", Deadlines.dueFor(agency, filing.id.year())));
        }
    }
}
