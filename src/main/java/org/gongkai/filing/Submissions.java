package org.gongkai.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.http.ReportYear;
import org.gongkai.problem.ProblemException;
import org.gongkai.registry.Agencies;

/** Takes reports in: checks them, and stores what passes. */
@ApplicationScoped
public class Submissions {

    private final ReportReader reader;
    private final RevisionStore store;

    Submissions(ReportReader reader, RevisionStore store) {
        this.reader = reader;
        this.store = store;
    }

    /**
     * Takes a report in.
     *
     * @param agency code of the agency, which must be known
     * @param year the report year
     * @param body the report as JSON
     * @param precondition is given the newest revision, if there is one, and throws to refuse the submission
     * @throws ProblemException when it is refused; then nothing is stored
     * @throws IOException when the body cannot be read to its end
     */
    public Submitted submit(String agency, ReportYear year, InputStream body, Consumer<Optional<Revision>> precondition)
            throws IOException {
        Agencies.require(agency);
        CheckedReport report = reader.read(year.form(), body);
        return store.store(new FilingId(agency, (short) year.value()), report, precondition);
    }
}
