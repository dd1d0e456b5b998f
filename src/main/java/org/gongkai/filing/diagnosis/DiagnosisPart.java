package org.gongkai.filing.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.rules.FindingView;
import org.gongkai.rules.FindingView.WarningState;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/**
 * A part of a diagnosis.
 *
 * @param topic the topic
 * @param heading its heading
 * @param conclusion a sentence with the result: also when nothing was found
 * @param open the number of findings that must be corrected or explained
 * @param findings the findings of the rules
 * @param peers the figures that are far from those of other reports; only in the part of peers, and absent without any
 * @param passages the sentences that are the same in other reports, at most 50; only in the part of copied texts, and absent
 *     without any
 */
public record DiagnosisPart(
        @Schema(enumeration = {"ARITHMETIC", "LAST_YEAR", "OWN_TEXT", "PEERS", "COPIED", "OTHER"})
        String topic,

        String heading,
        String conclusion,
        @Schema(minimum = "0") int open,
        List<DiagnosedFinding> findings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PeerDifference> peers,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(maxItems = EqualPassages.MAX_PASSAGES)
        List<EqualPassage> passages) {

    private static final Text FOUND =
            new Text("需更正或者说明 %s 项，已说明 %s 项，供参考 %s 项", "%s to correct or to explain, %s explained, %s for information");
    private static final Text DONE = new Text("已说明，不需处理", "Explained; nothing to do");

    static DiagnosisPart of(
            Topic topic,
            List<FindingView> findings,
            List<PeerDifference> peers,
            List<EqualPassage> passages,
            Language language) {
        List<DiagnosedFinding> diagnosed = findings.stream()
                .filter(finding -> RuleAdvice.of(finding.rule()).topic() == topic)
                .map(finding -> diagnosed(finding, language))
                .toList();
        int remarks = peers.size() + passages.size();
        return new DiagnosisPart(
                topic.name(),
                topic.heading().in(language),
                conclusion(topic, diagnosed, remarks).in(language),
                open(diagnosed),
                diagnosed,
                peers,
                passages);
    }

    private static DiagnosedFinding diagnosed(FindingView finding, Language language) {
        Text action = finding.state() == WarningState.EXPLAINED
                ? DONE
                : RuleAdvice.of(finding.rule()).action();
        return new DiagnosedFinding(finding, action.in(language));
    }

    private static Text conclusion(Topic topic, List<DiagnosedFinding> findings, int remarks) {
        if (findings.isEmpty() && remarks == 0) {
            return topic.nothing();
        }
        int open = open(findings);
        int explained = explained(findings);
        return FOUND.with(open, explained, findings.size() - open - explained + remarks);
    }

    private static int open(List<DiagnosedFinding> findings) {
        return (int) findings.stream().filter(DiagnosedFinding::needsAction).count();
    }

    private static int explained(List<DiagnosedFinding> findings) {
        return (int) findings.stream().filter(DiagnosedFinding::hasExplanation).count();
    }

    int explained() {
        return explained(findings);
    }
}
