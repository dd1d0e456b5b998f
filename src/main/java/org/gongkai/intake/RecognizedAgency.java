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
record RecognizedAgency(String agency, Optional<Issue> guess) {

    private static final Text SHORT_NAME =
            new Text("已将标题中的“%s”识别为机关 %s（%s）", "\"%s\" in the title was recognized as the agency %s (%s)");

    /**
     * Finds the agency by its printed name. Titles may leave out the city of a district, or may name the place instead
     * of its government. If several agencies match, none is returned.
     */
    static Optional<RecognizedAgency> byName(String name) {
        List<String> named = Agencies.named(name);
        return named.isEmpty()
                ? single(Agencies.namedInShort(name)).map(agency -> ofShortName(name, agency))
                : single(named).map(agency -> new RecognizedAgency(agency, Optional.empty()));
    }

    private static Optional<String> single(List<String> codes) {
        return codes.size() == 1 ? Optional.of(codes.get(0)) : Optional.empty();
    }

    private static RecognizedAgency ofShortName(String name, String agency) {
        Text detail = SHORT_NAME.with(name, agency, Agencies.require(agency).name);
        return new RecognizedAgency(agency, Optional.of(new Issue("", IssueKind.GUESSED, detail)));
    }
}
