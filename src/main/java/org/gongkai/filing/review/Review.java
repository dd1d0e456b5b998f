package org.gongkai.filing.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gongkai.audit.AuditEntry;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.EventType;
import org.gongkai.filing.store.AgencyReports;
import org.gongkai.filing.store.Findings;
import org.gongkai.filing.store.Judge;
import org.gongkai.filing.store.ReportHistory;
import org.gongkai.filing.store.Revision;
import org.gongkai.filing.store.RevisionStatus;
import org.gongkai.filing.store.TrackedRevision;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.rules.Finding;
import org.gongkai.security.Actor;
import org.gongkai.text.Text;

/** Decides what is in force. */
@ApplicationScoped
public class Review {

    /** How submissions come into force. */
    @ConfigMapping(prefix = "gongkai.review")
    interface Config {

        /** Whether a submission without open warnings comes into force by itself. */
        @WithDefault("auto")
        Mode mode();

        /** Who accepts. */
        enum Mode {
            /** A submission without open warnings is accepted by itself. */
            AUTO,
            /** Every submission waits for the oversight office. */
            MANUAL
        }
    }

    private final Config config;
    private final AuditLog auditLog;
    private final Event<DecisionTaken> decided;

    Review(Config config, AuditLog auditLog, Event<DecisionTaken> decided) {
        this.config = config;
        this.auditLog = auditLog;
        this.decided = decided;
    }

    /** Whether a submission with these remarks comes into force by itself. */
    public boolean acceptsByItself(Findings findings) {
        return config.mode() == Config.Mode.AUTO && findings.open().isEmpty();
    }

    /** Puts the newest revision in force if it waits, and nothing is left to be asked. */
    public void settle(AgencyReports agencyReports, TrackedRevision newest) {
        if (newest.is(RevisionStatus.SUBMITTED)
                && acceptsByItself(agencyReports.docketOf(newest).remarks(newest))) {
            putInForce(agencyReports, newest, Actor.SYSTEM, null);
        }
    }

    /** Carries out a decision of the oversight office. */
    public void decide(
            AgencyReports agencyReports, TrackedRevision kept, DecisionRequest decisionRequest, Actor actor) {
        if (!kept.is(RevisionStatus.SUBMITTED)) {
            throw illegal(
                    new Text("第 %s 版的状态是 %s，不是 SUBMITTED", "Revision %s is %s, not SUBMITTED"),
                    kept.number(),
                    kept.revision().status);
        }
        if (decisionRequest.decision() == Decision.ACCEPT) {
            agencyReports
                    .docketOf(kept)
                    .inForce()
                    .filter(inForce -> inForce.number() > kept.number())
                    .ifPresent(newer -> {
                        throw illegal(new Text("较新的第 %s 版已经生效", "Revision %s is newer, and in force"), newer.number());
                    });
            putInForce(agencyReports, kept, actor, decisionRequest.comment());
        } else {
            close(agencyReports, kept, RevisionStatus.RETURNED, auditLog.now(), actor, decisionRequest.comment());
        }
    }

    /** One revision goes out of force at the moment the next comes into force. */
    private void putInForce(AgencyReports agencyReports, TrackedRevision kept, Actor actor, String comment) {
        Instant now = auditLog.now();
        agencyReports.docketOf(kept).inForce().ifPresent(old -> supersede(agencyReports, old, kept, now, actor));
        close(agencyReports, kept, RevisionStatus.ACCEPTED, now, actor, comment);
        int year = kept.revision().id.year();
        Map<String, ?> cause = Map.of("year", year, "revision", kept.number());
        agencyReports.liveAfter(year).forEach(later -> judgeAnew(agencyReports, later, cause));
    }

    /** Judges a report anew, as something it is judged by has changed. */
    void judgeAnew(AgencyReports agencyReports, int year, Map<String, ?> cause) {
        agencyReports.docket(year).live().forEach(revision -> judgeAnew(agencyReports, revision, cause));
    }

    private void supersede(
            AgencyReports agencyReports, TrackedRevision old, TrackedRevision by, Instant now, Actor actor) {
        old.move(RevisionStatus.SUPERSEDED);
        old.revision().supersededAt = now;
        agencyReports.happened(auditLog.event(
                moved(EventType.REPORT_SUPERSEDED, old.revision(), RevisionStatus.ACCEPTED)
                        .with(Map.of("by", by.number())),
                actor));
    }

    private void close(
            AgencyReports agencyReports,
            TrackedRevision kept,
            RevisionStatus status,
            Instant now,
            Actor actor,
            String comment) {
        Revision revision = kept.revision();
        kept.move(status);
        revision.decidedAt = now;
        revision.decidedBy = actor.name();
        revision.comment = comment;
        EventType type = status == RevisionStatus.ACCEPTED ? EventType.REPORT_ACCEPTED : EventType.REPORT_RETURNED;
        agencyReports.happened(auditLog.event(
                moved(type, revision, RevisionStatus.SUBMITTED)
                        .with(comment == null ? Map.of() : Map.of("comment", comment)),
                actor));
        Decision decision = status == RevisionStatus.ACCEPTED ? Decision.ACCEPT : Decision.RETURN;
        decided.fire(new DecisionTaken(decision, actor.equals(Actor.SYSTEM)));
    }

    private static AuditEntry moved(EventType type, Revision revision, RevisionStatus from) {
        return revision.occurrence(type).from(Map.of("status", from)).to(Map.of("status", revision.status));
    }

    /** With its last open warning gone, a revision may come into force, and later ones be compared with it. */
    private void judgeAnew(AgencyReports agencyReports, TrackedRevision kept, Map<String, ?> cause) {
        ReportHistory reportHistory = agencyReports.docketOf(kept);
        List<Finding> before = kept.faults();
        kept.judge(
                Judge.judge(agencyReports.situation(agencyReports.contents(kept), reportHistory.firstSubmittedAt())));
        List<Finding> appeared = notAmong(before, kept.faults());
        List<Finding> disappeared = notAmong(kept.faults(), before);
        if (!appeared.isEmpty() || !disappeared.isEmpty()) {
            agencyReports.happened(auditLog.event(
                    kept.revision()
                            .occurrence(EventType.FINDINGS_CHANGED)
                            .with(Map.of(
                                    "cause", cause,
                                    "appeared", references(appeared),
                                    "disappeared", references(disappeared))),
                    Actor.SYSTEM));
        }
        if (reportHistory.isNewest(kept)) {
            settle(agencyReports, kept);
        }
    }

    /** A comparison of other numbers is another finding. */
    private static List<Finding> notAmong(List<Finding> others, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> others.stream().noneMatch(finding::isSameAs))
                .toList();
    }

    private static List<Map<String, String>> references(List<Finding> findings) {
        return findings.stream()
                .map(finding -> Map.of(
                        "rule", finding.rule(),
                        "pointer", finding.pointer(),
                        "formula", finding.formula().zh()))
                .toList();
    }

    private static ProblemException illegal(Text detail, Object... arguments) {
        return new ProblemException(ProblemType.ILLEGAL_TRANSITION, detail.with(arguments));
    }
}
