package org.gongkai.intake;

import java.util.List;
import org.gongkai.rules.Finding;
import org.gongkai.rules.book.ReportCheck;
import org.gongkai.transcription.Transcript;

/** Checks a report without any other report. */
final class StandaloneCheck {

    private StandaloneCheck() {}

    static List<Finding> findings(Transcript transcript) {
        int year = transcript.year().orElse(transcript.form().firstYear());
        return ReportCheck.of(year, transcript.form(), transcript.report()).findings();
    }
}
