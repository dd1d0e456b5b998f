package org.gongkai.filing.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.gongkai.filing.store.ExplanationEntry;
import org.gongkai.filing.store.FilingId;
import org.gongkai.http.ReportYear;
import org.gongkai.rules.book.ReportCheck;
import org.gongkai.security.Actor;

/**
 * A report that somebody hands in.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param report the report
 * @param explanations of the warnings it will raise
 * @param actor who hands it in
 * @param receivedAt when it came in; what it waits for after that makes it no later
 */
public record Submission(
        String agency,
        ReportYear year,
        JsonNode report,
        List<ExplanationEntry> explanations,
        Actor actor,
        Instant receivedAt) {

    /** What can be read of the report, and what is wrong with it by itself. */
    public ReportCheck read() {
        return ReportCheck.of(year.value(), year.form(), report);
    }

    public FilingId filing() {
        return FilingId.of(agency, year.value());
    }
}
