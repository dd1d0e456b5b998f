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
import org.gongkai.filing.revision.Findings;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.filing.store.AgencyReports;
import org.gongkai.filing.store.ReportRepository;
import org.gongkai.filing.store.TrackedRevision;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Severity;
import org.gongkai.rules.Situation;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.security.Actor;
import org.gongkai.text.Text;

/** Decides which revision is in force, and keeps the findings about later years up to date. */
@ApplicationScoped
public class Review {

    /** The settings of the review. */
    @ConfigMapping(prefix = "gongkai.review")
    interface Config {

        /** The way in which a revision without open warnings comes into force. */
        @WithDefault("auto")
        Mode mode();

        /** Returns whether a subject may decide on a revision that it has submitted. */
        @WithDefault("false")
        boolean ownSubmissions();

        /** The ways in which revisions are accepted. */
        enum Mode {
            /** A revision without open warnings is accepted automatically. */
            AUTO,
            /** Every revision waits for the oversight office. */
            MANUAL
        }
    }

    private static final Text OWN_SUBMISSION = new Text(
            "第 %s 版由 %s 本人报送，须由他人审核（设置 gongkai.review.own-submissions 可以放开）",
            "Revision %s was submitted by %s, so somebody else must decide on it (unless the setting"
                    + " gongkai.review.own-submissions allows it)");

    private final Config config;
    private final ReportRepository repository;
    private final AuditLog auditLog;
    private final Event<DecisionTaken> decisions;
    private final Event<PredecessorChanged> predecessors;

    Review(
            Config config,
            ReportRepository repository,
            AuditLog auditLog,
            Event<DecisionTaken> decisions,
            Event<PredecessorChanged> predecessors) {
        this.config = config;
        this.repository = repository;
        this.auditLog = auditLog;
        this.decisions = decisions;
        this.predecessors = predecessors;
    }

    /** Returns the findings of the rules about a report that can be stored: warnings and information. */
    public static List<Finding> findings(
            AgencyReports agency, Contents report, String contentHash, Instant firstSubmitted) {
        Situation situation = agency.situation(report, contentHash, firstSubmitted);
        return RuleBook.of(report.form()).remarks(situation);
    }

    /**
     * Returns whether a revision with these findings comes into force automatically. One in the sandbox does in any mode,
     * because the office decides on no tests.
     */
    public boolean acceptsAutomatically(AgencyReports agency, Findings findings) {
        return (config.mode() == Config.Mode.AUTO || agency.isInSandbox())
                && findings.open().isEmpty()
                && findings.findings().stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** Puts the newest revision in force if it waits for a decision and can be accepted automatically. */
    void acceptIfPossible(AgencyReports agency, TrackedRevision newest) {
        if (newest.is(RevisionStatus.SUBMITTED)
                && acceptsAutomatically(agency, agency.historyOf(newest).findings(newest.findings()))) {
            putInForce(agency, newest, Actor.SYSTEM, Opinion.NONE);
        }
    }

    /** Puts a revision that waits in force, as the oversight office has decided. */
    void accept(AgencyReports agency, TrackedRevision revision, Actor actor, Opinion opinion) {
        requireStatus(revision, RevisionStatus.SUBMITTED);
        refuseOlderThanInForce(agency, revision);
        putInForce(agency, revision, actor, opinion);
    }

    /** Returns a revision that waits to the agency. */
    void returnToAgency(AgencyReports agency, TrackedRevision revision, Actor actor, Opinion opinion) {
        requireStatus(revision, RevisionStatus.SUBMITTED);
        close(agency, revision, RevisionStatus.RETURNED, auditLog.now(), actor, opinion);
    }

    /**
     * Checks that a revision was not submitted by the subject that decides on it. The service itself may decide.
     *
     * @throws ProblemException if it was, unless the settings allow it
     */
    void refuseOwnSubmission(TrackedRevision revision, Actor actor) {
        boolean isOwn = actor.isSubject() && actor.name().equals(revision.row().submittedBy());
        if (isOwn && !config.ownSubmissions()) {
            throw new ProblemException(ProblemType.FORBIDDEN, OWN_SUBMISSION.with(revision.number(), actor.name()));
        }
    }

    /**
     * Checks that a revision has a status.
     *
     * @throws ProblemException if it has another one
     */
    static void requireStatus(TrackedRevision revision, RevisionStatus status) {
        if (!revision.is(status)) {
            throw illegal(
                    new Text("第 %s 版的状态是 %s，不是 %s", "Revision %s is %s, not %s"),
                    revision.number(),
                    revision.row().status(),
                    status);
        }
    }

    private static void refuseOlderThanInForce(AgencyReports agency, TrackedRevision revision) {
        agency.historyOf(revision)
                .inForce()
                .filter(inForce -> inForce.number() > revision.number())
                .ifPresent(newer -> {
                    throw illegal(
                            new Text("较新的第 %s 版已经生效", "Revision %s is newer and already in force"), newer.number());
                });
    }

    /** Puts a revision in force; the one in force until now is superseded at the same moment. */
    private void putInForce(AgencyReports agency, TrackedRevision revision, Actor actor, Opinion opinion) {
        Instant now = auditLog.now();
        repository.loadContents(List.of(revision));
        agency.historyOf(revision).inForce().ifPresent(old -> supersede(agency, old, revision, now, actor));
        close(agency, revision, RevisionStatus.ACCEPTED, now, actor, opinion);
        checkLaterYears(agency, revision);
    }

    /** Checks the reports again that are compared with the report of a revision, which came into force or went out. */
    void checkLaterYears(AgencyReports agency, TrackedRevision revision) {
        int year = revision.row().year();
        Map<String, ?> cause = Map.of("year", year, "revision", revision.number());
        repository.comparedWith(agency, year).forEach(later -> checkAgain(agency, later, cause));
        if (agency.agency().validTo() != null && !agency.isInSandbox()) {
            predecessors.fire(new PredecessorChanged(agency.agency().code(), year, revision.number()));
        }
    }

    private void supersede(AgencyReports agency, TrackedRevision old, TrackedRevision by, Instant now, Actor actor) {
        old.change(old.row().superseded(now));
        agency.add(auditLog.event(
                statusChange(EventType.REPORT_SUPERSEDED, old.row(), RevisionStatus.ACCEPTED)
                        .with(Map.of("by", by.number())),
                actor));
    }

    private void close(
            AgencyReports agency,
            TrackedRevision revision,
            RevisionStatus status,
            Instant now,
            Actor actor,
            Opinion opinion) {
        revision.change(revision.row().decided(status, now, actor.name(), opinion.comment(), opinion.comments()));
        EventType type = status == RevisionStatus.ACCEPTED ? EventType.REPORT_ACCEPTED : EventType.REPORT_RETURNED;
        agency.add(auditLog.event(
                statusChange(type, revision.row(), RevisionStatus.SUBMITTED).with(opinion.detail()), actor));
        if (!agency.isInSandbox()) {
            Decision decision = status == RevisionStatus.ACCEPTED ? Decision.ACCEPT : Decision.RETURN;
            decisions.fire(new DecisionTaken(decision, actor.equals(Actor.SYSTEM)));
        }
    }

    static AuditEntry statusChange(EventType type, RevisionRow revision, RevisionStatus from) {
        return revision.entry(type).from(Map.of("status", from)).to(Map.of("status", revision.status()));
    }

    /**
     * Checks the live revisions of a report again, because a report or a date that they are compared with has changed.
     */
    void checkAgain(AgencyReports agency, int year, Map<String, ?> cause) {
        List<TrackedRevision> live = agency.history(year).live();
        repository.loadForCheck(agency, live);
        live.forEach(revision -> checkAgain(agency, revision, cause));
    }

    /**
     * Checks a revision again. If its last open warning disappears, it may come into force, and later years are checked
     * again in turn.
     */
    private void checkAgain(AgencyReports agency, TrackedRevision revision, Map<String, ?> cause) {
        judgeAgain(agency, revision, cause);
        if (agency.historyOf(revision).isNewest(revision)) {
            acceptIfPossible(agency, revision);
        }
    }

    /** Replaces the findings about a revision whose content is loaded. */
    void judgeAgain(AgencyReports agency, TrackedRevision revision, Map<String, ?> cause) {
        List<Finding> before = revision.findings();
        revision.replaceFindings(agency.findings(revision));
        List<Finding> appeared = Finding.notAmong(before, revision.findings());
        List<Finding> disappeared = Finding.notAmong(revision.findings(), before);
        if (!appeared.isEmpty() || !disappeared.isEmpty()) {
            agency.add(auditLog.event(
                    revision.row()
                            .entry(EventType.FINDINGS_CHANGED)
                            .with(Map.of(
                                    "cause", cause,
                                    "appeared", references(appeared),
                                    "disappeared", references(disappeared))),
                    Actor.SYSTEM));
        }
    }

    private static List<Map<String, String>> references(List<Finding> findings) {
        return findings.stream()
                .map(finding -> Map.of(
                        "rule", finding.rule(),
                        "pointer", finding.pointer(),
                        "formula", finding.formula().zh()))
                .toList();
    }

    static ProblemException illegal(Text detail, Object... arguments) {
        return new ProblemException(ProblemType.ILLEGAL_TRANSITION, detail.with(arguments));
    }
}
