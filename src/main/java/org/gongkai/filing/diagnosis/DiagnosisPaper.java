package org.gongkai.filing.diagnosis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.publication.layout.Appendix.Column;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.publication.layout.Part;
import org.gongkai.registry.code.Named;
import org.gongkai.rules.FindingView;

/** A diagnosis as a paper (核查单), in Chinese, to hand over to the agency. */
final class DiagnosisPaper {

    private static final String NONE = "—";

    private static final List<Column> FINDINGS = List.of(
            new Column("序号", 3),
            new Column("位置", 8),
            new Column("情况", 14),
            new Column("差额", 4),
            new Column("状态", 4),
            new Column("处理意见", 10));

    private static final List<Column> PEERS = List.of(
            new Column("序号", 3),
            new Column("位置", 8),
            new Column("本机关", 4),
            new Column("比较范围", 9),
            new Column("中位数", 4),
            new Column("四分位数", 6),
            new Column("差额", 4),
            new Column("处理意见", 8));

    private static final List<Column> PASSAGES = List.of(
            new Column("序号", 3),
            new Column("位置", 6),
            new Column("文字", 16),
            new Column("相同于", 8),
            new Column("处理意见", 8));

    private final List<Part> parts = new ArrayList<>();

    private DiagnosisPaper() {}

    /**
     * Makes the document.
     *
     * @param diagnosis the diagnosis, in Chinese
     * @param dated the time of the report
     */
    static OfficialDocument of(Diagnosis diagnosis, Instant dated) {
        DiagnosisPaper paper = new DiagnosisPaper();
        paper.add("核查结论", conclusion(diagnosis), List.of(), List.of());
        diagnosis.parts().forEach(paper::part);
        return new OfficialDocument(title(diagnosis), "", dated, paper.parts, List.of());
    }

    private static String title(Diagnosis diagnosis) {
        return report(diagnosis) + "核查单";
    }

    private static String report(Diagnosis diagnosis) {
        return diagnosis.agency().name() + diagnosis.year() + "年政府信息公开工作年度报告";
    }

    private static String conclusion(Diagnosis diagnosis) {
        return report(diagnosis) + subject(diagnosis) + "：" + diagnosis.conclusion();
    }

    private static String subject(Diagnosis diagnosis) {
        return diagnosis.revision() == null
                ? "（草稿）"
                : "第 %s 版（%s）".formatted(diagnosis.revision(), status(diagnosis.status()));
    }

    private static String status(RevisionStatus status) {
        return switch (status) {
            case SUBMITTED -> "待审核";
            case ACCEPTED -> "已生效";
            case RETURNED -> "已退回";
            case SUPERSEDED -> "已被替代";
            case WITHDRAWN -> "已撤回";
        };
    }

    /** Adds a part: its findings, and then the comparison with other reports, each under a heading of its own. */
    private void part(DiagnosisPart part) {
        boolean hasFindings = !part.findings().isEmpty();
        if (hasFindings || part.peers().isEmpty() && part.passages().isEmpty()) {
            add(part.heading(), part.conclusion() + "。", FINDINGS, findings(part.findings()));
        }
        if (!part.peers().isEmpty()) {
            add(part.heading() + "：偏离中位数较远的数字", "以下数字供核对，不作为差错。", PEERS, peers(part.peers()));
        }
        if (!part.passages().isEmpty()) {
            add(part.heading() + "：相同的段落", "以下文字供核对，不作为差错。", PASSAGES, passages(part.passages()));
        }
    }

    private static List<List<Object>> findings(List<DiagnosedFinding> findings) {
        List<List<Object>> lines = new ArrayList<>();
        findings.forEach(diagnosed -> {
            FindingView finding = diagnosed.finding();
            lines.add(List.of(
                    lines.size() + 1,
                    finding.cell() == null ? NONE : finding.cell(),
                    finding.message(),
                    number(finding.difference()),
                    state(diagnosed),
                    diagnosed.action()));
        });
        return lines;
    }

    private static String state(DiagnosedFinding diagnosed) {
        if (diagnosed.needsAction()) {
            return "未说明";
        }
        return diagnosed.hasExplanation() ? "已说明" : "供参考";
    }

    private static List<List<Object>> peers(List<PeerDifference> peers) {
        List<List<Object>> lines = new ArrayList<>();
        peers.forEach(peer -> lines.add(List.of(
                lines.size() + 1,
                peer.cell(),
                peer.value(),
                group(peer),
                peer.median(),
                peer.quartiles().first().toPlainString() + "～"
                        + peer.quartiles().third().toPlainString(),
                peer.difference(),
                peer.action())));
        return lines;
    }

    private static String group(PeerDifference peer) {
        String category = peer.category() == null ? "" : "“" + peer.category().name() + "”类";
        return "%s%s %s 份报告".formatted(peer.district().name(), category, peer.reports());
    }

    private static List<List<Object>> passages(List<EqualPassage> passages) {
        List<List<Object>> lines = new ArrayList<>();
        passages.forEach(passage -> lines.add(
                List.of(lines.size() + 1, passage.cell(), passage.passage(), sameAs(passage), passage.action())));
        return lines;
    }

    private static String sameAs(EqualPassage passage) {
        String others = passage.agencies() == 0
                ? ""
                : "%s等 %s 个机关"
                        .formatted(
                                passage.examples().stream().map(Named::name).collect(Collectors.joining("、")),
                                passage.agencies());
        return (passage.lastYear() ? "上年年报" : "") + (passage.lastYear() && !others.isEmpty() ? "；" : "") + others;
    }

    private static Object number(BigDecimal value) {
        return value == null ? NONE : value;
    }

    private void add(String heading, String text, List<Column> columns, List<List<Object>> lines) {
        parts.add(Part.numbered(parts.size() + 1, heading, text, columns, lines));
    }
}
