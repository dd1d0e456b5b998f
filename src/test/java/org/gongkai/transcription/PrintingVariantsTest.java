package org.gongkai.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.gongkai.form.Cell;
import org.gongkai.form.Form;
import org.gongkai.form.FormNode;
import org.gongkai.form.statutory.Forms;
import org.gongkai.report.FilledForm;
import org.gongkai.rules.book.BalancedReports;
import org.gongkai.testing.ReportFiles;
import org.gongkai.transcription.carrier.DocumentType;
import org.gongkai.transcription.page.Section;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.table.Issue;
import org.gongkai.transcription.table.IssueKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One report in many printed variants. */
class PrintingVariantsTest {

    private static final String TITLE = "某某县财政局2023年政府信息公开工作年度报告";

    private final ObjectNode report = report();
    private final String page = new PrintedReport(Forms.OF_2021, report, TITLE).html();

    private static ObjectNode report() {
        ObjectNode report = new BalancedReports(7).next();
        ObjectNode disclosure = (ObjectNode) report.get("proactiveDisclosure");
        ((ObjectNode) disclosure.get("normativeDocuments")).put("issued", 12).put("inForce", 345);
        disclosure.put("licensingDecisions", 1234).put("administrativeFees", new BigDecimal("5949.088667"));
        report.put("overview", "第一段，收到申请 3 件。\n（一）第二段。")
                .put("problemsAndImprovements", "问题。")
                .put("otherMatters", "无。\n完。");
        return report;
    }

    static Stream<ReportFiles.RealReport> real() {
        return ReportFiles.all().stream();
    }

    @ParameterizedTest
    @MethodSource("real")
    void readsPrintedReportsBackUnchanged(ReportFiles.RealReport real) throws Exception {
        Form form = Forms.of(real.year()).orElseThrow();
        String printed = new PrintedReport(form, real.content(), "某某局" + real.year() + "年度政府信息公开工作年度报告").html();

        Transcript transcript = html(printed);

        assertThat(transcript.report().toString())
                .isEqualTo(NormalizedReport.of(form, real.content()).toString());
        assertThat(transcript.form()).isSameAs(form);
        assertThat(transcript.year()).contains(real.year());
    }

    @Test
    void textsKeepTheirParagraphs() throws Exception {
        Transcript transcript = html(page);

        for (String section : List.of("overview", "problemsAndImprovements", "otherMatters")) {
            assertThat(transcript.report().get(section)).isEqualTo(report.get(section));
        }
        assertThat(transcript.issues()).isEmpty();
        assertThat(transcript.agencyName()).contains("某某县财政局");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "  \n "})
    void readsRunningTextWithGaps(String gap) throws Exception {
        Transcript transcript = text(new PrintedReport(Forms.OF_2021, report, TITLE).text(gap));

        assertSame(transcript);
        assertThat(transcript.issues()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "？", "+", "?1", "+2"})
    void doesNotReadNumbersInRunningTextWithoutTheMarkBehindThem(String mark) throws Exception {
        Transcript transcript =
                text(new PrintedReport(Forms.OF_2021, report, TITLE).text(" ").replace(" 1234 ", " 1234" + mark + " "));

        assertThat(transcript
                        .report()
                        .at("/proactiveDisclosure/licensingDecisions")
                        .isMissingNode())
                .isTrue();
        assertThat(transcript.issues()).extracting(Issue::kind).containsExactly(IssueKind.UNREADABLE);
    }

    @Test
    void readsLabelsSplitOverManyLines() throws Exception {
        String exploded = new PrintedReport(Forms.OF_2021, report, TITLE)
                .text(" ")
                .replace("三、本年度办理结果", "三\n、\n本\n年\n度\n办\n理\n结\n果\n")
                .replace("（四）无法提供1.本机关", "（四）无 1.本机关")
                .replace("2.没有现成信息", "\n— 5 —\n法提供 2.没有现成信息");

        assertSame(text(exploded));
    }

    @Test
    void readsOtherWordsAndCharactersForALabel() throws Exception {
        String other = page.replace("总计", "合计")
                .replace("<p>规章", "<p>规 章")
                .replace("行政规范性文件", "规范性文件")
                .replace("1.属于", "１．属于")
                .replace("2.其他法律", "2、其他法律")
                .replace("“三安全一稳定”", "\"三安全⼀稳定\"")
                .replace("部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开")
                .replace("行政许可", "⾏政许可")
                .replace("（一）予以", "(一)予以")
                .replace("行政复议、行政诉讼情况", "行政法复议、行政诉讼情况")
                .replace("存在的主要问题及改进情况", "存在的主要问题及明年工作计划");

        Transcript transcript = html(other);

        assertSame(transcript);
        assertThat(transcript.issues()).isEmpty();
    }

    @Test
    void shortenedLabelsAreReportedAsGuessed() throws Exception {
        Transcript transcript = html(page.replace("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "2.逾期不缴费"));

        assertSame(transcript);
        assertThat(transcript.issues())
                .singleElement()
                .matches(issue -> issue.kind() == IssueKind.GUESSED
                        && issue.pointer().equals("/requests/outcomes/otherHandling/feeUnpaid"));
    }

    @Test
    void readsATableSplitOverPagesWithARepeatedHeading() throws Exception {
        String heading =
                page.substring(page.indexOf("<tr><td rowspan=3><p>（本列"), page.indexOf("<tr><td rowspan=3><p>一、本年新收"));
        String torn = page.replace(
                "<tr><td rowspan=3><p>（四）无法提供",
                "</table><p>— 5 —</p><table>" + heading + "<tr><td rowspan=3><p>（四）无法提供");

        Transcript transcript = html(torn);

        assertSame(transcript);
        assertThat(transcript.issues()).extracting(Issue::kind).containsOnly(IssueKind.LEFT_OUT);
    }

    @Test
    void textBetweenHeadingAndTableIsLeftOut() throws Exception {
        Transcript transcript = html(page.replace("公开申请情况</p><table>", "公开申请情况</p><p>2023年，共收到政府信息公开申请3条。</p><table>"));

        assertSame(transcript);
        assertThat(transcript.issues())
                .singleElement()
                .matches(issue ->
                        issue.kind() == IssueKind.LEFT_OUT && issue.pointer().equals("/requests"));
    }

    @Test
    void aTableOfContentsIsNotASection() throws Exception {
        String contents = "目 录\n"
                + Arrays.stream(Section.values())
                        .map(Section::node)
                        .map(section -> section.ordinal() + section.label().zh() + "\n")
                        .reduce("", String::concat);

        Transcript transcript = text(contents + new PrintedReport(Forms.OF_2021, report, TITLE).text(" "));

        assertThat(transcript.report().get("overview")).isEqualTo(report.get("overview"));
        assertSame(transcript);
    }

    @Test
    void readsWordFiles() throws Exception {
        Transcript transcript = Transcriber.transcribe(docx(), DocumentType.DOCX, null);

        assertSame(transcript);
        assertThat(transcript.report().get("overview")).isEqualTo(report.get("overview"));
        assertThat(transcript.agencyName()).contains("某某县财政局");
        assertThat(transcript.issues()).isEmpty();
    }

    private byte[] docx() throws IOException {
        PrintedReport printed = new PrintedReport(Forms.OF_2021, report, TITLE);
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText(TITLE);
            for (Section section : Section.values()) {
                FormNode node = section.node();
                document.createParagraph().createRun().setText(node.label().zh());
                if (node.kind() == FormNode.Kind.TEXT) {
                    report.get(node.name()).asText().lines().forEach(text -> document.createParagraph()
                            .createRun()
                            .setText(text));
                } else {
                    XWPFTable table = document.createTable();
                    printed.lines(section.number()).forEach(line -> row(table.createRow(), line));
                }
            }
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void row(XWPFTableRow row, PrintedReport.PrintedLine line) {
        Stream.concat(line.labels().stream(), line.values().stream())
                .forEach(text -> row.addNewTableCell().setText(text));
    }

    private void assertSame(Transcript transcript) {
        for (Cell cell : NormalizedReport.cells(Forms.OF_2021)) {
            assertThat(transcript.report().at(cell.pointer()).decimalValue())
                    .as(cell.pointer())
                    .isEqualByComparingTo(report.at(cell.pointer()).decimalValue());
        }
    }

    private static Transcript html(String page) throws UnreadableDocument {
        return Transcriber.transcribe(page.getBytes(StandardCharsets.UTF_8), DocumentType.HTML, null);
    }

    private static Transcript text(String text) throws UnreadableDocument {
        return Transcriber.transcribe(text.getBytes(StandardCharsets.UTF_8), DocumentType.TEXT, null);
    }

    /** A report in the notation of the form: members in order, numbers without trailing zeros. */
    private static final class NormalizedReport {

        static JsonNode of(Form form, JsonNode report) {
            ObjectNode filled =
                    FilledForm.of(form, cell -> report.at(cell.pointer()).decimalValue());
            form.texts().forEach(section -> filled.set(section.name(), report.get(section.name())));
            return filled;
        }

        static List<Cell> cells(Form form) {
            return form.figures().stream()
                    .flatMap(figure -> figure.cells().stream())
                    .toList();
        }
    }
}
