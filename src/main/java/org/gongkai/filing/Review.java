package org.gongkai.filing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gongkai.http.Actor;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.report.Text;
import org.gongkai.rules.Fault;
import org.gongkai.rules.RuleBook;
import org.gongkai.trail.EventType;
import org.gongkai.trail.Occurrence;
import org.gongkai.trail.Trail;

/** Decides what is in force. Callers hold the lock on the agency. */
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
    private final Findings findings;
    private final Trail trail;

    Review(Config config, Findings findings, Trail trail) {
        this.config = config;
        this.findings = findings;
        this.trail = trail;
    }

    /** Whether a submission with these remarks comes into force by itself. */
    boolean acceptsByItself(Remarks remarks) {
        return config.mode() == Config.Mode.AUTO && remarks.open().isEmpty();
    }

    /** Puts the newest revision in force if it waits, and nothing is left to be asked. */
    void settle(Revision newest, Remarks remarks) {
        if (newest.status == RevisionStatus.SUBMITTED && acceptsByItself(remarks)) {
            putInForce(newest, Actor.SYSTEM, null);
        }
    }

    /** Carries out a decision of the oversight office. */
    void decide(Revision revision, Decision decision, Actor actor) {
        if (revision.status != RevisionStatus.SUBMITTED) {
            throw illegal(
                    new Text("第 %s 稿的状态是 %s，不是 SUBMITTED", "Revision %s is %s, not SUBMITTED"),
                    revision.id.revision(),
                    revision.status);
        }
        if (decision.decision() == Verdict.ACCEPT) {
            Revision.inForce(revision.filingId())
                    .filter(inForce -> inForce.id.revision() > revision.id.revision())
                    .ifPresent(newer -> {
                        throw illegal(
                                new Text("第 %s 稿较新，已经生效", "Revision %s is newer, and in force"), newer.id.revision());
                    });
            putInForce(revision, actor, decision.comment());
        } else {
            close(revision, RevisionStatus.RETURNED, trail.now(), actor, decision.comment());
            trail.record(
                    moved(EventType.REPORT_RETURNED, revision, RevisionStatus.SUBMITTED)
                            .with(comment(revision)),
                    actor);
        }
    }

    /** One revision goes out of force at the moment the next comes into force. */
    private void putInForce(Revision revision, Actor actor, String comment) {
        Instant now = trail.now();
        Revision.inForce(revision.filingId()).ifPresent(old -> supersede(old, revision, now, actor));
        close(revision, RevisionStatus.ACCEPTED, now, actor, comment);
        trail.record(
                moved(EventType.REPORT_ACCEPTED, revision, RevisionStatus.SUBMITTED)
                        .with(comment(revision)),
                actor);
        Map<String, ?> cause = Map.of("year", revision.id.year(), "revision", revision.id.revision());
        int year = revision.id.year();
        liveRevisions(revision.id.agency(), year + 1, year + RuleBook.YEARS_OF_HISTORY)
                .forEach(later -> judgeAnew(later, cause));
    }

    /** Judges a report anew, as something it is judged by has changed. */
    void judgeAnew(FilingId filing, Map<String, ?> cause) {
        liveRevisions(filing.agency(), filing.year(), filing.year()).forEach(revision -> judgeAnew(revision, cause));
    }

    /** Flushed at once: the database allows one revision in force. */
    private void supersede(Revision old, Revision by, Instant now, Actor actor) {
        old.status = RevisionStatus.SUPERSEDED;
        old.supersededAt = now;
        old.persistAndFlush();
        trail.record(
                moved(EventType.REPORT_SUPERSEDED, old, RevisionStatus.ACCEPTED).with(Map.of("by", by.id.revision())),
                actor);
    }

    private static Occurrence moved(EventType type, Revision revision, RevisionStatus from) {
        return revision.occurrence(type).from(Map.of("status", from)).to(Map.of("status", revision.status));
    }

    private static void close(Revision revision, RevisionStatus status, Instant now, Actor actor, String comment) {
        revision.status = status;
        revision.decidedAt = now;
        revision.decidedBy = actor.name();
        revision.comment = comment;
        revision.persistAndFlush();
    }

    private static Map<String, String> comment(Revision revision) {
        return revision.comment == null ? Map.of() : Map.of("comment", revision.comment);
    }

    /** Of each report, the revisions in force or waiting, and the newest, by year. */
    private static List<Revision> liveRevisions(String agency, int firstYear, int lastYear) {
        return Revision.list(
                "id.agency = ?1 and id.year between ?2 and ?3 and (status in (?4, ?5) or id.revision = filing.revision)"
                        + " order by id.year, id.revision",
                agency,
                (short) firstYear,
                (short) lastYear,
                RevisionStatus.ACCEPTED,
                RevisionStatus.SUBMITTED);
    }

    /** With its last open warning gone, a revision may come into force, and later ones be compared with it. */
    private void judgeAnew(Revision revision, Map<String, ?> cause) {
        List<Fault> before = findings.of(revision).faults();
        Remarks after = findings.renew(revision);
        List<Fault> appeared = notAmong(before, after.faults());
        List<Fault> disappeared = notAmong(after.faults(), before);
        if (!appeared.isEmpty() || !disappeared.isEmpty()) {
            trail.record(
                    revision.occurrence(EventType.FINDINGS_CHANGED)
                            .with(Map.of(
                                    "cause", cause,
                                    "appeared", references(appeared),
                                    "disappeared", references(disappeared))),
                    Actor.SYSTEM);
        }
        if (revision.id.revision() == revision.filing.revision) {
            settle(revision, after);
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
