package org.gongkai.document;

import java.util.List;
import org.gongkai.rules.Fault;
import org.gongkai.rules.Reading;
import org.gongkai.transcription.Transcript;

/** What the rules say to a report that is known by itself alone. */
final class Examination {

    private Examination() {}

    static List<Fault> alone(Transcript transcript) {
        int year = transcript.year().orElse(transcript.form().firstYear());
        return Reading.of(year, transcript.form(), transcript.report()).faults();
    }
}
