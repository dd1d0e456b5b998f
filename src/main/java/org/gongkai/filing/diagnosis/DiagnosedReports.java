package org.gongkai.filing.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.filing.history.ReportsInForce;
import org.gongkai.filing.history.VisibleRevisions;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.revision.NotFound;
import org.gongkai.filing.revision.Revision;
import org.gongkai.filing.revision.RevisionId;
import org.gongkai.filing.revision.Visibility;
import org.gongkai.filing.store.AgencyReports;
import org.gongkai.filing.store.ReportHistory;
import org.gongkai.filing.store.ReportRepository;
import org.gongkai.filing.submission.Submission;
import org.gongkai.filing.submission.Submissions;
import org.gongkai.filing.submission.Validation;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.problem.ProblemException;
import org.gongkai.registry.agency.Agencies;
import org.gongkai.registry.code.Named;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.rules.FindingView;
import org.gongkai.rules.book.ReportCheck;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.text.Language;

/** Finds the reports to diagnose, with the findings of the rules. */
@ApplicationScoped
class DiagnosedReports {

    private final ReportRepository repository;
    private final VisibleRevisions visible;
    private final Submissions submissions;

    DiagnosedReports(ReportRepository repository, VisibleRevisions visible, Submissions submissions) {
        this.repository = repository;
        this.visible = visible;
        this.submissions = submissions;
    }

    /**
     * Finds a stored revision.
     *
     * @throws ProblemException if the agency is unknown, or if there is no such revision that the caller may see
     */
    @Transactional
    DiagnosedReport find(String agency, ReportYear year, RevisionChoice choice, Language language) {
        Revision revision = revision(FilingId.of(agency, year.value()), choice);
        Visibility visibility = visible.visibility(agency, year.value());
        List<FindingView> findings =
                repository.snapshots(List.of(revision.row())).get(0).findings().in(language, visibility);
        return new DiagnosedReport(
                named(agency, year),
                Optional.of(revision.id.revision()),
                Optional.of(revision.status),
                revision.submittedAt,
                Contents.read(year.value(), revision.content),
                lastYear(agency, year),
                findings);
    }

    private Revision revision(FilingId filing, RevisionChoice choice) {
        Agencies.require(filing.agency());
        if (choice.number().isPresent()) {
            return visible.require(new RevisionId(
                    filing.agency(), filing.year(), choice.number().getAsInt()));
        }
        Optional<Revision> found = choice.isLatest() ? Revision.newest(filing) : Revision.inForce(filing);
        return found.filter(visible::shows)
                .orElseThrow(() -> choice.isLatest()
                        ? NotFound.report(filing.agency(), filing.year())
                        : NotFound.reportInForce(filing.agency(), filing.year()));
    }

    /**
     * Checks a draft. A submission gets warnings only if its numbers add up; here they are added, unless numbers are lacking
     * or are none.
     *
     * @throws ProblemException if the agency is unknown
     */
    @Transactional
    DiagnosedReport check(Submission draft, Language language) {
        Validation validation = submissions.dryRun(draft, language);
        ReportCheck check = ReportCheck.of(draft.year().value(), draft.year().form(), draft.agency(), draft.report());
        List<FindingView> findings = validation.valid() || hasFaultsOfShape(validation)
                ? validation.findings()
                : Stream.concat(validation.findings().stream(), remarks(draft, check.contents(), language))
                        .toList();
        return new DiagnosedReport(
                named(draft.agency(), draft.year()),
                Optional.empty(),
                Optional.empty(),
                draft.receivedAt(),
                check.contents(),
                lastYear(draft.agency(), draft.year()),
                findings);
    }

    /** Returns whether it is no complete form, with which rules could be checked. */
    private static boolean hasFaultsOfShape(Validation validation) {
        return validation.findings().stream().anyMatch(finding -> finding.rule().equals(Finding.SHAPE));
    }

    private Stream<FindingView> remarks(Submission draft, Contents contents, Language language) {
        AgencyReports agency = repository.view(draft.filing());
        ReportHistory history = agency.history(draft.year().value());
        List<Finding> remarks = RuleBook.of(contents.form())
                .remarks(agency.situation(contents, "", history.firstSubmittedOr(draft.receivedAt())));
        return history.findings(remarks).in(language, Visibility.FULL).stream();
    }

    private static Named named(String agency, ReportYear year) {
        return new Named(agency, ReportsInForce.name(Agencies.require(agency), year.value()));
    }

    private static Optional<Contents> lastYear(String agency, ReportYear year) {
        int before = year.value() - 1;
        return Revision.inForce(FilingId.of(agency, before)).map(revision -> Contents.read(before, revision.content));
    }
}
