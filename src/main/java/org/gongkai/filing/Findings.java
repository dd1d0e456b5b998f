package org.gongkai.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.gongkai.rules.Fault;
import org.gongkai.rules.RuleBook;
import org.gongkai.rules.Situation;

/** What the rules say about revisions. */
@ApplicationScoped
class Findings {

    private final ReportReader reader;

    Findings(ReportReader reader) {
        this.reader = reader;
    }

    /** What is kept about a revision. */
    Remarks of(Revision revision) {
        List<Fault> faults = StoredFinding.of(revision.id).stream()
                .map(finding -> reader.stored(finding.fault, Fault.class))
                .toList();
        return new Remarks(faults, Explanation.of(revision.filingId()));
    }

    static List<Fault> judge(Situation situation) {
        return RuleBook.of(situation.report().form()).remarks(situation);
    }
}
