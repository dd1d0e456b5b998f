package org.gongkai.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.filing.Submission;
import org.gongkai.filing.Submissions;
import org.gongkai.http.Actor;
import org.gongkai.http.ReportYear;
import org.gongkai.report.Forms;
import org.gongkai.report.Language;
import org.gongkai.rules.Finding;
import org.gongkai.transcription.Issue;
import org.gongkai.transcription.Transcript;

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
    Imported complete(Transcript transcript, Actor actor, Predicate<String> reach, Instant now, Language language) {
        Optional<Recognized> recognized = transcript.agencyName().flatMap(Recognized::by);
        Optional<String> agency = recognized.map(Recognized::agency);
        Optional<ReportYear> year =
                transcript.year().flatMap(value -> Forms.of(value).map(form -> new ReportYear(value, form)));
        List<Finding> findings = agency.filter(reach)
                .flatMap(code -> year.map(of -> submissions
                        .validate(new Submission(code, of, transcript.report(), List.of(), actor, now), language)
                        .findings()))
                .orElseGet(() -> alone(transcript, language));
        List<Issue> issues = Stream.concat(
                        transcript.issues().stream(), recognized.stream().flatMap(found -> found.guess().stream()))
                .toList();
        return Imported.of(transcript, agency.orElse(null), issues, findings, language);
    }

    private static List<Finding> alone(Transcript transcript, Language language) {
        return Examination.alone(transcript).stream()
                .map(fault -> Finding.of(fault, language))
                .toList();
    }
}
