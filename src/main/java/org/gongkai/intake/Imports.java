package org.gongkai.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.filing.submission.Submission;
import org.gongkai.filing.submission.Submissions;
import org.gongkai.form.statutory.Forms;
import org.gongkai.http.Preconditions;
import org.gongkai.http.ReportYear;
import org.gongkai.rules.FindingView;
import org.gongkai.security.Actor;
import org.gongkai.text.Language;
import org.gongkai.transcription.Transcript;
import org.gongkai.transcription.table.Issue;

/** Says of reports that were read from documents whose they are, and what a submission would be told. */
@ApplicationScoped
class Imports {

    private final Submissions submissions;

    Imports(Submissions submissions) {
        this.submissions = submissions;
    }

    /**
     * Completes what was read.
     *
     * @param reach the agencies whose other reports the actor may compare it with
     */
    @Transactional
    ImportedReport complete(
            Transcript transcript, Actor actor, Predicate<String> reach, Instant now, Language language) {
        Optional<RecognizedReport> recognizedReport = transcript.agencyName().flatMap(RecognizedReport::by);
        Optional<String> agency = recognizedReport.map(RecognizedReport::agency);
        Optional<ReportYear> year =
                transcript.year().flatMap(value -> Forms.of(value).map(form -> new ReportYear(value, form)));
        List<FindingView> findingViews = agency.filter(reach)
                .flatMap(code -> year.map(of -> submissions
                        .dryRun(
                                new Submission(
                                        code, of, transcript.report(), List.of(), Preconditions.NONE, actor, now),
                                language)
                        .findings()))
                .orElseGet(() -> alone(transcript, language));
        List<Issue> issues = Stream.concat(
                        transcript.issues().stream(),
                        recognizedReport.stream().flatMap(found -> found.guess().stream()))
                .toList();
        return ImportedReport.of(transcript, agency.orElse(null), issues, findingViews, language);
    }

    private static List<FindingView> alone(Transcript transcript, Language language) {
        return StandaloneCheck.alone(transcript).stream()
                .map(finding -> FindingView.of(finding, language))
                .toList();
    }
}
