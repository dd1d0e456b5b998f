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
 * @param agency the code of the agency
 * @param guess the issue to report if the printed name is not exactly the name of the agency
 */
record RecognizedReport(String agency, Optional<Issue> guess) {

    private static final Text IN_SHORT =
            new Text("标题中的“%s”认作机关 %s（%s）", "\"%s\" in the title is taken for the agency %s (%s)");

    /**
     * Finds the agency by its printed name. Titles may leave out the city of a district, or may name the place instead
     * of its government. If several agencies match, none is returned.
     */
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
