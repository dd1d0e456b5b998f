package org.gongkai.intake;

import java.util.List;
import java.util.Optional;
import org.gongkai.registry.Agencies;
import org.gongkai.text.Text;
import org.gongkai.transcription.table.Issue;
import org.gongkai.transcription.table.IssueKind;

/**
 * The agency that a document names.
 *
 * @param agency its code
 * @param guess what was concluded, where the name is not its own to the letter
 */
record RecognizedReport(String agency, Optional<Issue> guess) {

    private static final Text IN_SHORT =
            new Text("标题中的“%s”识别为机关 %s（%s）", "\"%s\" in the title is taken for the agency %s (%s)");

    /** Titles leave out the city a district lies in, or that a place's report is its government's. Of several, none is recognized. */
    static Optional<RecognizedReport> by(String name) {
        List<String> named = Agencies.named(name);
        return named.isEmpty()
                ? only(Agencies.namedInShort(name)).map(agency -> inShort(name, agency))
                : only(named).map(agency -> new RecognizedReport(agency, Optional.empty()));
    }

    private static Optional<String> only(List<String> codes) {
        return codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
    }

    private static RecognizedReport inShort(String name, String agency) {
        Text detail = IN_SHORT.with(name, agency, Agencies.require(agency).name);
        return new RecognizedReport(agency, Optional.of(new Issue("", IssueKind.GUESSED, detail)));
    }
}
