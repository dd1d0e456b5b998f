package org.gongkai.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.report.Contents;
import org.gongkai.report.Form;
import org.gongkai.rules.Fault;
import org.gongkai.rules.RuleBook;
import org.gongkai.rules.ShapeCheck;
import org.gongkai.transcription.Transcript;

/** What the rules say to a report that is known by itself alone. */
final class Examination {

    private Examination() {}

    static List<Fault> alone(Transcript transcript) {
        Form form = transcript.form();
        JsonNode report = transcript.report();
        List<Fault> shape = ShapeCheck.of(form, report);
        Set<String> unreadable = shape.stream().map(Fault::pointer).collect(Collectors.toSet());
        Contents contents = Contents.of(transcript.year().orElse(form.firstYear()), form, report, unreadable);
        return Stream.concat(shape.stream(), RuleBook.of(form).errors(contents).stream())
                .toList();
    }
}
