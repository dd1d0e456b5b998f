package org.gongkai.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.http.Actor;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.report.Text;
import org.gongkai.rules.Fault;
import org.gongkai.rules.Reason;
import org.gongkai.rules.Severity;
import org.gongkai.trail.EventType;
import org.gongkai.trail.Trail;

/** Takes explanations of warnings in. */
@ApplicationScoped
class Explanations {

    private final Trail trail;

    Explanations(Trail trail) {
        this.trail = trail;
    }

    /** Keeps explanations of a revision's warnings. */
    void add(Dossier dossier, KeptRevision kept, List<Explanation> made, Actor actor) {
        dossier.docketOf(kept).explain(made);
        made.forEach(explanation -> dossier.happened(trail.event(
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
    List<Explanation> of(FilingId filing, List<Fault> faults, List<ExplanationEntry> entries, Actor actor) {
        List<Fault> wrong = new ArrayList<>();
        List<Explanation> made = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            ExplanationEntry entry = entries.get(index);
            Optional<Fault> warning = entry == null ? Optional.empty() : warning(faults, entry);
            if (warning.isEmpty()) {
                wrong.add(Fault.ofShape(
                        "/" + index, null, new Text("最新一稿没有这条提示", "The newest revision has no such warning")));
            } else {
                Reason.fault("/" + index + "/reason", entry.reason()).ifPresent(wrong::add);
                made.add(explanation(filing, warning.get(), entry, actor));
            }
        }
        ProblemException.refuse(ProblemType.INVALID_ENTRY, wrong);
        return made;
    }

    private static Optional<Fault> warning(List<Fault> faults, ExplanationEntry entry) {
        return faults.stream()
                .filter(fault -> fault.severity() == Severity.WARNING)
                .filter(fault ->
                        fault.rule().equals(entry.rule()) && fault.pointer().equals(entry.pointer()))
                .findFirst();
    }

    private Explanation explanation(FilingId filing, Fault warning, ExplanationEntry entry, Actor actor) {
        Explanation explanation = new Explanation();
        explanation.agency = filing.agency();
        explanation.year = filing.year();
        explanation.rule = warning.rule();
        explanation.pointer = warning.pointer();
        explanation.compared = warning.compared();
        explanation.reason = entry.reason();
        explanation.explainedBy = actor.name();
        explanation.explainedAt = trail.now();
        return explanation;
    }
}
