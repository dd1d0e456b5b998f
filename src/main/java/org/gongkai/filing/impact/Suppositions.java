package org.gongkai.filing.impact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.audit.AuditLog;
import org.gongkai.filing.history.Changes;
import org.gongkai.filing.history.ReportsInForce;
import org.gongkai.filing.impact.Supposition.Change;
import org.gongkai.filing.review.Review;
import org.gongkai.filing.revision.Findings;
import org.gongkai.filing.revision.NotFound;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.filing.revision.SubmissionNotes;
import org.gongkai.filing.revision.Visibility;
import org.gongkai.filing.store.AgencyReports;
import org.gongkai.filing.store.ReportHistory;
import org.gongkai.filing.store.ReportRepository;
import org.gongkai.filing.store.TrackedRevision;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.agency.Agencies;
import org.gongkai.report.ContentHash;
import org.gongkai.report.Contents;
import org.gongkai.report.FilledForm;
import org.gongkai.rules.Finding;
import org.gongkai.rules.FindingView;
import org.gongkai.rules.book.ReportCheck;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.security.Actor;
import org.gongkai.text.Language;

/**
 * Checks a report with supposed changes as if it came into force, and the later reports that are compared with it. The
 * reports of the agency are loaded without a lock, changed in memory only, and never saved.
 */
@ApplicationScoped
class Suppositions {

    private final ReportRepository repository;
    private final Review review;
    private final AuditLog auditLog;

    /**
     * The state before the changes.
     *
     * @param base the revision that is changed
     * @param findings the findings about it
     * @param later the findings about the later revisions
     */
    private record Before(RevisionRow base, List<Finding> findings, Map<TrackedRevision, List<Finding>> later) {}

    Suppositions(ReportRepository repository, Review review, AuditLog auditLog) {
        this.repository = repository;
        this.review = review;
        this.auditLog = auditLog;
    }

    /**
     * Returns the findings after supposed changes.
     *
     * @throws ProblemException if the agency is unknown, if it has no report for the year, or with a finding for each
     *     value that the form does not allow
     */
    @Transactional
    SupposedFindings check(Supposition supposition, Language language) {
        AgencyReports agency = repository.view(supposition.filing());
        ReportHistory history = agency.history(supposition.year().value());
        TrackedRevision base = base(history, supposition.base())
                .orElseThrow(() ->
                        NotFound.report(supposition.agency(), supposition.year().value()));
        repository.loadForCheck(agency, List.of(base));
        ReportCheck check = changed(supposition, base.contents());
        List<TrackedRevision> later =
                repository.comparedWith(agency, supposition.year().value());
        // The rows of these revisions change below.
        Before before = new Before(base.row(), findings(agency, base), new HashMap<>());
        later.forEach(revision -> before.later.put(revision, findings(agency, revision)));

        TrackedRevision supposed = putInForce(agency, history, check.contents());
        List<Finding> after = Stream.concat(check.findings().stream(), findings(agency, supposed).stream())
                .toList();
        boolean isValid = check.findings().isEmpty();
        return new SupposedFindings(
                before.base,
                name(supposition),
                Changes.between(base.contents(), check.contents(), language),
                isValid ? Optional.of(expectedStatus(agency, history.findings(after))) : Optional.empty(),
                views(history, after, language),
                views(history, Finding.notAmong(before.findings, after), language),
                views(history, Finding.notAmong(after, before.findings), language),
                later(agency, later, before, language),
                check.contents().form().sums(check.contents().figures()));
    }

    private static String name(Supposition supposition) {
        return ReportsInForce.name(
                Agencies.require(supposition.agency()), supposition.year().value());
    }

    private static Optional<TrackedRevision> base(ReportHistory history, WhatIfBase base) {
        Optional<TrackedRevision> latest = history.newest().filter(newest -> !newest.is(RevisionStatus.WITHDRAWN));
        return base == WhatIfBase.LATEST
                ? latest.or(history::inForce)
                : history.inForce().or(() -> latest);
    }

    /** Changes a report and checks it by itself. Its errors of shape belong to the values of the request. */
    private static ReportCheck changed(Supposition supposition, Contents base) {
        ObjectNode report = FilledForm.of(base);
        supposition.changes().forEach(change -> set(report, change));
        ReportCheck check =
                ReportCheck.of(supposition.year().value(), supposition.year().form(), supposition.agency(), report);
        ProblemException.refuse(ProblemType.INVALID_ENTRY, faults(supposition.changes(), check));
        return check;
    }

    private static void set(ObjectNode report, Change change) {
        int name = change.pointer().lastIndexOf('/');
        JsonNode parent = report.at(change.pointer().substring(0, name));
        ((ObjectNode) parent).set(change.pointer().substring(name + 1), change.value());
    }

    private static List<Finding> faults(List<Change> changes, ReportCheck check) {
        List<Finding> faults = new ArrayList<>();
        for (int index = 0; index < changes.size(); index++) {
            String pointer = "/changes/" + index + "/value";
            String place = changes.get(index).pointer();
            check.findings().stream()
                    .filter(finding -> finding.rule().equals(Finding.SHAPE)
                            && finding.pointer().equals(place))
                    .forEach(finding -> faults.add(Finding.ofShape(pointer, finding.cell(), finding.message())));
        }
        return faults;
    }

    private static List<Finding> findings(AgencyReports agency, TrackedRevision revision) {
        Instant firstSubmitted = agency.historyOf(revision).firstSubmittedAt();
        return Review.findings(agency, revision.contents(), revision.row().contentHash(), firstSubmitted);
    }

    /** Adds the changed report to the aggregate as a revision in force. */
    private TrackedRevision putInForce(AgencyReports agency, ReportHistory history, Contents contents) {
        Instant now = auditLog.now();
        RevisionRow row = RevisionRow.submitted(
                history.nextId(),
                contents.json(),
                ContentHash.of(contents),
                contents.figures().areAllZero(),
                false,
                now,
                Actor.SYSTEM.name(),
                SubmissionNotes.NONE,
                RuleBook.VERSION);
        TrackedRevision supposed = TrackedRevision.added(row, contents, List.of());
        repository.loadForCheck(agency, List.of(supposed));
        agency.add(history, supposed, now);
        supersede(history, supposed, now);
        return supposed;
    }

    private static void supersede(ReportHistory history, TrackedRevision by, Instant now) {
        history.inForce().ifPresent(old -> old.change(old.row().superseded(now)));
        by.change(by.row().decided(RevisionStatus.ACCEPTED, now, Actor.SYSTEM.name(), null, List.of()));
    }

    private RevisionStatus expectedStatus(AgencyReports agency, Findings findings) {
        return review.acceptsAutomatically(agency, findings) ? RevisionStatus.ACCEPTED : RevisionStatus.SUBMITTED;
    }

    /** Checks the later reports in the order of their years, as after an acceptance. */
    private List<LaterReport> later(
            AgencyReports agency, List<TrackedRevision> later, Before before, Language language) {
        List<LaterReport> reports = new ArrayList<>();
        for (TrackedRevision revision : later) {
            ReportHistory history = agency.historyOf(revision);
            RevisionStatus status = revision.row().status();
            List<Finding> after = findings(agency, revision);
            boolean comesIntoForce = history.isNewest(revision)
                    && status == RevisionStatus.SUBMITTED
                    && review.acceptsAutomatically(agency, history.findings(after));
            if (comesIntoForce) {
                supersede(history, revision, auditLog.now());
            }
            reports.add(new LaterReport(
                    revision.row().year(),
                    revision.number(),
                    status,
                    comesIntoForce,
                    views(history, after, language),
                    views(history, Finding.notAmong(before.later.get(revision), after), language),
                    views(history, Finding.notAmong(after, before.later.get(revision)), language)));
        }
        return reports;
    }

    private static List<FindingView> views(ReportHistory history, List<Finding> findings, Language language) {
        return history.findings(findings).in(language, Visibility.FULL);
    }
}
