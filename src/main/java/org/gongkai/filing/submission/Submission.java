package org.gongkai.filing.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.filing.revision.ExplanationEntry;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.revision.SubmissionNotes;
import org.gongkai.http.answer.Preconditions;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.security.Actor;

/**
 * A submitted report.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param report the report
 * @param explanations explanations of the warnings that the report will raise
 * @param notes the remarks of the agency
 * @param preconditions conditions on the newest revision
 * @param actor the submitter
 * @param receivedAt time at which it was received; the time it waits after that does not make it late
 * @param nilStated whether the agency states that it had nothing to report; empty if it says nothing about it
 */
public record Submission(
        String agency,
        ReportYear year,
        JsonNode report,
        List<ExplanationEntry> explanations,
        SubmissionNotes notes,
        Preconditions preconditions,
        Actor actor,
        Instant receivedAt,
        Optional<Boolean> nilStated) {

    public FilingId filing() {
        return FilingId.of(agency, year.value());
    }
}
