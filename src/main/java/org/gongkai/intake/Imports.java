package org.gongkai.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.revision.Revision;
import org.gongkai.filing.revision.SubmissionNotes;
import org.gongkai.filing.submission.Submission;
import org.gongkai.filing.submission.Submissions;
import org.gongkai.form.statutory.Forms;
import org.gongkai.http.answer.Preconditions;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.report.Contents;
import org.gongkai.rules.FindingView;
import org.gongkai.security.Actor;
import org.gongkai.security.Reach;
import org.gongkai.text.Language;
import org.gongkai.transcription.Transcript;
import org.gongkai.transcription.table.Issue;

/** Adds the agency and the findings of a submission to reports that were extracted from documents. */
@ApplicationScoped
class Imports {

    private final Submissions submissions;

    Imports(Submissions submissions) {
        this.submissions = submissions;
    }

    /**
     * Completes an extracted report.
     *
     * @param reach the agencies and years whose other reports the actor may see in comparisons
     */
    @Transactional
    ImportedReport complete(Transcript transcript, Actor actor, Reach reach, Instant now, Language language) {
        Optional<RecognizedAgency> recognizedAgency = transcript.agencyName().map(RecognizedAgency::byName);
        Optional<String> agency = recognizedAgency.flatMap(RecognizedAgency::agency);
        Optional<ReportYear> year =
                transcript.year().flatMap(value -> Forms.of(value).map(form -> new ReportYear(value, form)));
        List<FindingView> findingViews = agency.filter(reach)
                .flatMap(code -> year.filter(of -> reach.test(code, of.value())).map(of -> submissions
                        .dryRun(
                                new Submission(
                                        code,
                                        of,
                                        transcript.report(),
                                        List.of(),
                                        SubmissionNotes.NONE,
                                        Preconditions.NONE,
                                        actor,
                                        now,
                                        Optional.empty()),
                                language)
                        .findings()))
                .orElseGet(() -> standaloneFindings(transcript, language));
        List<Issue> issues = Stream.concat(
                        transcript.issues().stream(),
                        recognizedAgency.stream().flatMap(found -> found.issue().stream()))
                .toList();
        return ImportedReport.of(transcript, agency.orElse(null), issues, findingViews, language);
    }

    /** Compares an extracted report with the one in force for its agency and year, if there is one. */
    @Transactional
    ImportedReport compare(ImportedReport imported, Transcript transcript, Language language) {
        if (imported.agency() == null || imported.year() == null) {
            return imported;
        }
        return Revision.inForce(FilingId.of(imported.agency(), imported.year()))
                .map(revision -> {
                    Contents stored = Contents.read(imported.year(), revision.content);
                    return imported.comparedWith(
                            revision.id.revision(), DocumentDifference.between(transcript, stored, language));
                })
                .orElse(imported);
    }

    private static List<FindingView> standaloneFindings(Transcript transcript, Language language) {
        return StandaloneCheck.findings(transcript).stream()
                .map(finding -> FindingView.of(finding, language))
                .toList();
    }
}
