package org.gongkai.filing.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Situation;
import org.gongkai.rules.book.RuleBook;

/** What the rules say about revisions. */
@ApplicationScoped
public class Judge {

    private final ReportReader reader;

    Judge(ReportReader reader) {
        this.reader = reader;
    }

    /** What is kept about a revision. */
    public Findings of(Revision revision) {
        List<Finding> findings = StoredFinding.of(revision.id).stream()
                .map(finding -> reader.stored(finding.fault, Finding.class))
                .toList();
        return new Findings(findings, Explanation.of(revision.filingId()));
    }

    public static List<Finding> judge(Situation situation) {
        return RuleBook.of(situation.report().form()).remarks(situation);
    }
}
