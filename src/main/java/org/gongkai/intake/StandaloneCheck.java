package org.gongkai.intake;

import java.util.List;
import org.gongkai.rules.Finding;
import org.gongkai.rules.book.ReportCheck;
import org.gongkai.transcription.Transcript;

/** What the rules say to a report that is known by itself alone. */
final class StandaloneCheck {

    private StandaloneCheck() {}

    static List<Finding> alone(Transcript transcript) {
        int year = transcript.year().orElse(transcript.form().firstYear());
        return ReportCheck.of(year, transcript.form(), transcript.report()).findings();
    }
}
