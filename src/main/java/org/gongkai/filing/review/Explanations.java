package org.gongkai.filing.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.EventType;
import org.gongkai.filing.revision.ExplanationEntry;
import org.gongkai.filing.revision.ExplanationRow;
import org.gongkai.filing.revision.ReportReader;
import org.gongkai.filing.revision.RevisionId;
import org.gongkai.filing.store.AgencyReports;
import org.gongkai.filing.store.TrackedRevision;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Reason;
import org.gongkai.rules.Severity;
import org.gongkai.security.Actor;
import org.gongkai.text.Text;

/** Reads explanations of warnings and adds them to reports. */
@ApplicationScoped
public class Explanations {

    private final AuditLog auditLog;
    private final MinimumContent minimum;
    private final ReportReader reader;

    Explanations(AuditLog auditLog, MinimumContent minimum, ReportReader reader) {
        this.auditLog = auditLog;
        this.minimum = minimum;
        this.reader = reader;
    }

    /** Adds explanations of the warnings of a revision. */
    void add(AgencyReports agency, TrackedRevision revision, List<ExplanationRow> given, Actor actor) {
        agency.historyOf(revision).explain(given);
        given.forEach(explanation -> agency.add(auditLog.event(
                revision.row()
                        .entry(EventType.WARNING_EXPLAINED)
                        .to(Map.of(
                                "rule", explanation.rule(),
                                "pointer", explanation.pointer(),
                                "reason", explanation.reason())),
                actor)));
    }

    /**
     * Makes explanations of warnings, without adding them.
     *
     * @param revision the revision that has the findings
     * @return the explanations, in the order of the entries; an entry explains all warnings of its rule at its pointer
     * @throws ProblemException when an entry explains nothing, with all faults
     */
    public List<ExplanationRow> of(
            RevisionId revision, List<Finding> findings, List<ExplanationEntry> entries, Actor actor) {
        List<Finding> faults = new ArrayList<>();
        List<ExplanationRow> explanations = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            ExplanationEntry entry = entries.get(index);
            List<Finding> warnings = entry == null ? List.of() : warnings(findings, entry);
            if (warnings.isEmpty()) {
                faults.add(Finding.ofShape(
                        "/" + index, null, new Text("最新版本没有这条提示", "The newest revision has no such warning")));
            } else {
                minimum.check("/" + index + "/reason", entry.reason(), Reason.MAX_LENGTH)
                        .ifPresent(faults::add);
                warnings.forEach(warning -> explanations.add(ExplanationRow.of(
                        warning, reader.write(warning), revision, entry.reason(), actor.name(), auditLog.now())));
            }
        }
        ProblemException.refuse(ProblemType.INVALID_ENTRY, faults);
        return explanations;
    }

    /** Returns the warnings that an entry names: a rule may have several at one place. */
    private static List<Finding> warnings(List<Finding> findings, ExplanationEntry entry) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .filter(finding ->
                        finding.rule().equals(entry.rule()) && finding.pointer().equals(entry.pointer()))
                .toList();
    }
}
