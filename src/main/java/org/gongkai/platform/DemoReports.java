package org.gongkai.platform;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.gongkai.filing.review.Reviews;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.filing.revision.SubmissionNotes;
import org.gongkai.filing.submission.Submission;
import org.gongkai.filing.submission.SubmissionResult;
import org.gongkai.filing.submission.Submissions;
import org.gongkai.filing.submission.ValidatedReport;
import org.gongkai.http.answer.Preconditions;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.security.Actor;

/**
 * Submits the reports of the demonstration set and decides on them like the oversight office, so that they reach the
 * same states in every mode of the review.
 */
@ApplicationScoped
class DemoReports {

    private final Submissions submissions;
    private final Reviews reviews;
    private final Clock clock;
    private final ObjectReader exact;

    DemoReports(Submissions submissions, Reviews reviews, Clock clock, ObjectMapper mapper) {
        this.submissions = submissions;
        this.reviews = reviews;
        this.clock = clock;
        this.exact = mapper.readerFor(JsonNode.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /**
     * Loads reports year by year, because a report is compared with those of earlier years that are in force.
     *
     * @return the number of reports
     */
    int load(List<DemoReport> reports) throws IOException {
        TreeMap<Integer, List<DemoReport>> years =
                reports.stream().collect(Collectors.groupingBy(DemoReport::year, TreeMap::new, Collectors.toList()));
        for (List<DemoReport> year : years.values()) {
            loadYear(year);
        }
        return reports.size();
    }

    private void loadYear(List<DemoReport> reports) throws IOException {
        List<ValidatedReport> validated = new ArrayList<>();
        for (DemoReport report : reports) {
            validated.add(ValidatedReport.of(submission(report)));
        }
        List<SubmissionResult> results = submissions.commit(validated, Actor.DEMONSTRATION);
        for (int index = 0; index < reports.size(); index++) {
            RevisionRow revision = results.get(index).orElseThrow().snapshot().revision();
            if (revision.status() == RevisionStatus.SUBMITTED) {
                decide(reports.get(index), revision);
            }
        }
    }

    private Submission submission(DemoReport report) throws IOException {
        return new Submission(
                report.agency(),
                ReportYear.fromString(String.valueOf(report.year())),
                content(report),
                report.explanations(),
                SubmissionNotes.NONE,
                Preconditions.NONE,
                Actor.DEMONSTRATION,
                report.receivedAt(clock.instant()),
                Optional.empty());
    }

    private JsonNode content(DemoReport report) throws IOException {
        try (InputStream json = DemoData.open("reports/" + report.agency() + "-" + report.year() + ".json")) {
            return exact.readTree(json);
        }
    }

    private void decide(DemoReport report, RevisionRow revision) {
        report.decision(revision.revision())
                .ifPresent(
                        decision -> reviews.decide(revision.id(), decision, Preconditions.NONE, Actor.DEMONSTRATION));
    }
}
