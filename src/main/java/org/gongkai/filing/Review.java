package org.gongkai.filing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gongkai.http.Actor;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.report.Text;
import org.gongkai.rules.Fault;
import org.gongkai.trail.EventType;
import org.gongkai.trail.Occurrence;
import org.gongkai.trail.Trail;

/** Decides what is in force. */
@ApplicationScoped
class Review {

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
    private final Trail trail;
    private final Event<DecisionTaken> decided;

    Review(Config config, Trail trail, Event<DecisionTaken> decided) {
        this.config = config;
        this.trail = trail;
        this.decided = decided;
    }

    /** Whether a submission with these remarks comes into force by itself. */
    boolean acceptsByItself(Remarks remarks) {
        return config.mode() == Config.Mode.AUTO && remarks.open().isEmpty();
    }

    /** Puts the newest revision in force if it waits, and nothing is left to be asked. */
    void settle(Dossier dossier, KeptRevision newest) {
        if (newest.is(RevisionStatus.SUBMITTED)
                && acceptsByItself(dossier.docketOf(newest).remarks(newest))) {
            putInForce(dossier, newest, Actor.SYSTEM, null);
        }
    }

    /** Carries out a decision of the oversight office. */
    void decide(Dossier dossier, KeptRevision kept, Decision decision, Actor actor) {
        if (!kept.is(RevisionStatus.SUBMITTED)) {
            throw illegal(
                    new Text("第 %s 稿的状态是 %s，不是 SUBMITTED", "Revision %s is %s, not SUBMITTED"),
                    kept.number(),
                    kept.revision().status);
        }
        if (decision.decision() == Verdict.ACCEPT) {
            dossier.docketOf(kept)
                    .inForce()
                    .filter(inForce -> inForce.number() > kept.number())
                    .ifPresent(newer -> {
                        throw illegal(new Text("第 %s 稿较新，已经生效", "Revision %s is newer, and in force"), newer.number());
                    });
            putInForce(dossier, kept, actor, decision.comment());
        } else {
            close(dossier, kept, RevisionStatus.RETURNED, trail.now(), actor, decision.comment());
        }
    }

    /** One revision goes out of force at the moment the next comes into force. */
    private void putInForce(Dossier dossier, KeptRevision kept, Actor actor, String comment) {
        Instant now = trail.now();
        dossier.docketOf(kept).inForce().ifPresent(old -> supersede(dossier, old, kept, now, actor));
        close(dossier, kept, RevisionStatus.ACCEPTED, now, actor, comment);
        int year = kept.revision().id.year();
        Map<String, ?> cause = Map.of("year", year, "revision", kept.number());
        dossier.liveAfter(year).forEach(later -> judgeAnew(dossier, later, cause));
    }

    /** Judges a report anew, as something it is judged by has changed. */
    void judgeAnew(Dossier dossier, int year, Map<String, ?> cause) {
        dossier.docket(year).live().forEach(revision -> judgeAnew(dossier, revision, cause));
    }

    private void supersede(Dossier dossier, KeptRevision old, KeptRevision by, Instant now, Actor actor) {
        old.move(RevisionStatus.SUPERSEDED);
        old.revision().supersededAt = now;
        dossier.happened(trail.event(
                moved(EventType.REPORT_SUPERSEDED, old.revision(), RevisionStatus.ACCEPTED)
                        .with(Map.of("by", by.number())),
                actor));
    }

    private void close(
            Dossier dossier, KeptRevision kept, RevisionStatus status, Instant now, Actor actor, String comment) {
        Revision revision = kept.revision();
        kept.move(status);
        revision.decidedAt = now;
        revision.decidedBy = actor.name();
        revision.comment = comment;
        EventType type = status == RevisionStatus.ACCEPTED ? EventType.REPORT_ACCEPTED : EventType.REPORT_RETURNED;
        dossier.happened(trail.event(
                moved(type, revision, RevisionStatus.SUBMITTED)
                        .with(comment == null ? Map.of() : Map.of("comment", comment)),
                actor));
        Verdict verdict = status == RevisionStatus.ACCEPTED ? Verdict.ACCEPT : Verdict.RETURN;
        decided.fire(new DecisionTaken(verdict, actor.equals(Actor.SYSTEM)));
    }

    private static Occurrence moved(EventType type, Revision revision, RevisionStatus from) {
        return revision.occurrence(type).from(Map.of("status", from)).to(Map.of("status", revision.status));
    }

    /** With its last open warning gone, a revision may come into force, and later ones be compared with it. */
    private void judgeAnew(Dossier dossier, KeptRevision kept, Map<String, ?> cause) {
        Docket docket = dossier.docketOf(kept);
        List<Fault> before = kept.faults();
        kept.judge(Findings.judge(dossier.situation(dossier.contents(kept), docket.firstSubmittedAt())));
        List<Fault> appeared = notAmong(before, kept.faults());
        List<Fault> disappeared = notAmong(kept.faults(), before);
        if (!appeared.isEmpty() || !disappeared.isEmpty()) {
            dossier.happened(trail.event(
                    kept.revision()
                            .occurrence(EventType.FINDINGS_CHANGED)
                            .with(Map.of(
                                    "cause", cause,
                                    "appeared", references(appeared),
                                    "disappeared", references(disappeared))),
                    Actor.SYSTEM));
        }
        if (docket.isNewest(kept)) {
            settle(dossier, kept);
        }
    }

    /** A comparison of other numbers is another finding. */
    private static List<Fault> notAmong(List<Fault> others, List<Fault> faults) {
        return faults.stream()
                .filter(fault -> others.stream().noneMatch(fault::isSameAs))
                .toList();
    }

    private static List<Map<String, String>> references(List<Fault> faults) {
        return faults.stream()
                .map(fault -> Map.of(
                        "rule", fault.rule(),
                        "pointer", fault.pointer(),
                        "formula", fault.formula().zh()))
                .toList();
    }

    private static ProblemException illegal(Text detail, Object... arguments) {
        return new ProblemException(ProblemType.ILLEGAL_TRANSITION, detail.with(arguments));
    }
}
