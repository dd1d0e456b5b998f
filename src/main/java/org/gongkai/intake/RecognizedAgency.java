package org.gongkai.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongkai.registry.agency.Agencies;
import org.gongkai.text.Text;
import org.gongkai.transcription.table.Issue;
import org.gongkai.transcription.table.IssueKind;

/**
 * The agency that a document names.
 *
 * @param agency the code of the agency; empty if no agency or several agencies have the name
 * @param issue the issue to report if the printed name is not exactly the name of one agency
 */
record RecognizedAgency(Optional<String> agency, Optional<Issue> issue) {

    private static final Text SHORT_NAME =
            new Text("已将标题中的“%s”识别为机关 %s（%s）", "\"%s\" in the title was recognized as the agency %s (%s)");
    private static final Text UNKNOWN_NAME =
            new Text("名录中没有名为“%s”的机关", "No agency is registered under the name \"%s\"");
    private static final Text SHARED_NAME =
            new Text("名录中名为“%s”的机关不止一个：%s", "Several agencies are registered under the name \"%s\": %s");
    private static final int MAX_LISTED = 5;

    /**
     * Finds the agency by its printed name. Titles may leave out the city of a district, or may name the place instead
     * of its government. If no agency or several agencies match, an issue says so.
     */
    static RecognizedAgency byName(String name) {
        List<String> named = Agencies.named(name);
        List<String> codes = named.isEmpty() ? Agencies.namedInShort(name) : named;
        if (codes.size() != 1) {
            return notFound(name, codes);
        }
        String agency = codes.get(0);
        return named.isEmpty()
                ? new RecognizedAgency(
                        Optional.of(agency),
                        issue(IssueKind.GUESSED, SHORT_NAME.with(name, agency, Agencies.require(agency).name)))
                : new RecognizedAgency(Optional.of(agency), Optional.empty());
    }

    private static RecognizedAgency notFound(String name, List<String> codes) {
        String listed = codes.stream().limit(MAX_LISTED).collect(Collectors.joining(", "))
                + (codes.size() > MAX_LISTED ? ", …" : "");
        Text detail = codes.isEmpty() ? UNKNOWN_NAME.with(name) : SHARED_NAME.with(name, listed);
        return new RecognizedAgency(Optional.empty(), issue(IssueKind.MISSING, detail));
    }

    private static Optional<Issue> issue(IssueKind kind, Text detail) {
        return Optional.of(new Issue("", kind, detail));
    }
}
