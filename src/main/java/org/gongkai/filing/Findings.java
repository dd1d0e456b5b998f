package org.gongkai.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.gongkai.registry.Agency;
import org.gongkai.report.Contents;
import org.gongkai.rules.Fault;
import org.gongkai.rules.RuleBook;
import org.gongkai.rules.Situation;

/** Finds out what the rules say about revisions, and keeps it. */
@ApplicationScoped
class Findings {

    private final Precedents precedents;
    private final ReportReader reader;

    Findings(Precedents precedents, ReportReader reader) {
        this.precedents = precedents;
        this.reader = reader;
    }

    /** What is kept about a revision. */
    Remarks of(Revision revision) {
        List<Fault> faults = StoredFinding.of(revision.id).stream()
                .map(finding -> reader.stored(finding.fault, Fault.class))
                .toList();
        return new Remarks(faults, Explanation.of(revision.filingId()));
    }

    /** Applies the rules to a revision anew, and keeps what they say now. */
    Remarks renew(Revision revision) {
        Filing filing = revision.filing;
        Contents report = reader.contents(revision.id.year(), revision.content);
        List<Fault> faults = judge(precedents.of(filing.agency, report, filing.firstSubmittedAt));
        StoredFinding.deleteOf(revision.id);
        keep(revision, faults);
        return new Remarks(faults, Explanation.of(revision.filingId()));
    }

    /** Applies the rules to a revision that is new. */
    Remarks record(Revision revision, Agency agency, Contents report) {
        List<Fault> faults = judge(precedents.of(agency, report, revision.filing.firstSubmittedAt));
        keep(revision, faults);
        return new Remarks(faults, Explanation.of(revision.filingId()));
    }

    static List<Fault> judge(Situation situation) {
        return RuleBook.of(situation.report().form()).remarks(situation);
    }

    private void keep(Revision revision, List<Fault> faults) {
        for (int position = 0; position < faults.size(); position++) {
            Fault fault = faults.get(position);
            StoredFinding.of(revision.id, position, fault, reader.write(fault)).persist();
        }
    }
}
