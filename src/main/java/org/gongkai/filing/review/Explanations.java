package org.gongkai.filing.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.EventType;
import org.gongkai.filing.store.AgencyReports;
import org.gongkai.filing.store.Explanation;
import org.gongkai.filing.store.ExplanationEntry;
import org.gongkai.filing.store.FilingId;
import org.gongkai.filing.store.TrackedRevision;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Reason;
import org.gongkai.rules.Severity;
import org.gongkai.security.Actor;
import org.gongkai.text.Text;

/** Takes explanations of warnings in. */
@ApplicationScoped
public class Explanations {

    private final AuditLog auditLog;

    Explanations(AuditLog auditLog) {
        this.auditLog = auditLog;
    }

    /** Keeps explanations of a revision's warnings. */
    public void add(AgencyReports agencyReports, TrackedRevision kept, List<Explanation> made, Actor actor) {
        agencyReports.docketOf(kept).explain(made);
        made.forEach(explanation -> agencyReports.happened(auditLog.event(
                kept.revision()
                        .occurrence(EventType.WARNING_EXPLAINED)
                        .to(Map.of(
                                "rule", explanation.rule,
                                "pointer", explanation.pointer,
                                "reason", explanation.reason)),
                actor)));
    }

    /**
     * Makes explanations of warnings, which are not kept yet.
     *
     * @return them, in the order of the entries
     * @throws ProblemException when one of them explains nothing, with every reason
     */
    public List<Explanation> of(FilingId filing, List<Finding> findings, List<ExplanationEntry> entries, Actor actor) {
        List<Finding> wrong = new ArrayList<>();
        List<Explanation> made = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            ExplanationEntry entry = entries.get(index);
            Optional<Finding> warning = entry == null ? Optional.empty() : warning(findings, entry);
            if (warning.isEmpty()) {
                wrong.add(Finding.ofShape(
                        "/" + index, null, new Text("最新版本没有这条提示", "The newest revision has no such warning")));
            } else {
                Reason.check("/" + index + "/reason", entry.reason()).ifPresent(wrong::add);
                made.add(explanation(filing, warning.get(), entry, actor));
            }
        }
        ProblemException.refuse(ProblemType.INVALID_ENTRY, wrong);
        return made;
    }

    private static Optional<Finding> warning(List<Finding> findings, ExplanationEntry entry) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.WARNING)
                .filter(finding ->
                        finding.rule().equals(entry.rule()) && finding.pointer().equals(entry.pointer()))
                .findFirst();
    }

    private Explanation explanation(FilingId filing, Finding warning, ExplanationEntry entry, Actor actor) {
        Explanation explanation = new Explanation();
        explanation.agency = filing.agency();
        explanation.year = filing.year();
        explanation.rule = warning.rule();
        explanation.pointer = warning.pointer();
        explanation.compared = warning.compared();
        explanation.reason = entry.reason();
        explanation.explainedBy = actor.name();
        explanation.explainedAt = auditLog.now();
        return explanation;
    }
}
