package org.gongkai.transcription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkai.form.statutory.Forms;
import org.gongkai.testing.ReportFiles;
import org.gongkai.transcription.carrier.DocumentType;
import org.gongkai.transcription.carrier.html.Markup;
import org.gongkai.transcription.carrier.zip.XmlPart;
import org.gongkai.transcription.carrier.zip.ZippedParts;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.table.IssueKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Harmful documents. Limits apply to their content; the timeout only ends a test that would run endlessly. */
@Timeout(120)
class HostileDocumentsTest {

    private static final String PAGE = new PrintedReport(
                    Forms.OF_2021, ReportFiles.of("430212-finance", 2023).content(), "某某局2023年政府信息公开工作年度报告")
            .html();

    static Stream<String> tooManyOrTooDeepTags() {
        return Stream.of(
                "<table><tr><td>".repeat(600_000),
                "<div>".repeat(Markup.MAX_DEPTH + 1),
                "<b>".repeat(2_000_000),
                "<b><i><u>".repeat(100),
                "<p>x".repeat(Markup.MAX_TAGS + 1),
                "<table>".repeat(100) + "<x>".repeat(157));
    }

    @ParameterizedTest
    @MethodSource("tooManyOrTooDeepTags")
    void pagesWithTooManyOrTooDeepTagsAreNotParsed(String page) {
        assertThatThrownBy(() -> html(page))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("than");
    }

    /** Repeated pieces of text, in a fortieth of the largest document: quadratic time would take minutes. */
    static Stream<String> largeTexts() {
        return Stream.of(
                        "x",
                        "1",
                        "1 ",
                        "一、",
                        "一、总体情况\n",
                        "规章1",
                        "(",
                        "|",
                        "2023年",
                        "1(",
                        "\n",
                        "<",
                        "<meta charset",
                        "期限")
                .map(piece -> piece.repeat(Transcriber.MAX_BYTES / 40 / piece.getBytes(StandardCharsets.UTF_8).length));
    }

    @ParameterizedTest
    @MethodSource("largeTexts")
    @Timeout(30)
    void largeTextsAreReadInTimeProportionalToTheirSize(String text) {
        for (DocumentType documentType : new DocumentType[] {DocumentType.TEXT, DocumentType.HTML}) {
            assertThatThrownBy(() -> Transcriber.transcribe(text.getBytes(StandardCharsets.UTF_8), documentType, null))
                    .isInstanceOf(UnreadableDocument.class);
        }
    }

    /** Style sheets, and styles of elements, for which quadratic time or a regular expression of the sender would take minutes. */
    static Stream<String> expensiveStyles() {
        String cells = "<tr><td>1".repeat(40_000);
        String word = "a".repeat(60);
        return Stream.of(
                "<style>[class~=(a+)+$]{display:none}</style><table><tr><td class='" + word + "!'>1</table>",
                "<style>td:matches((a+)+$){display:none}</style><table><tr><td>" + word + "!</table>",
                styled("div ".repeat(12) + "td", "<div>".repeat(240) + "<table>" + cells),
                styled("table:has(x) td", "<table>" + cells),
                styled("x ~ tr td", "<table>" + cells),
                styled("tr:nth-last-of-type(3n+1) td", "<table>" + cells),
                "<style>" + "a".repeat(490_000) + "</style>",
                "<style>" + "/*".repeat(240_000) + "</style>",
                "<style>a{}</style>".repeat(100_000),
                "<table><tr><td style='" + "text-decoration:a ".repeat(500_000) + "'>1",
                "<table><tr><td style='" + " ".repeat(9_000_000) + "'>1",
                "<table><col style='" + " ".repeat(9_000_000) + "'><tr><td>1");
    }

    private static String styled(String selector, String body) {
        return "<style>" + ("x " + selector + "{display:none}").repeat(200) + "</style>" + body;
    }

    @ParameterizedTest
    @MethodSource("expensiveStyles")
    @Timeout(30)
    void stylesAreReadInTimeProportionalToTheirSize(String page) {
        assertThatThrownBy(() -> html(page)).isInstanceOf(UnreadableDocument.class);
    }

    /** Lines that a pattern would follow by recursion or in quadratic time. */
    static Stream<String> expensiveLines() {
        String report = new PrintedReport(
                        Forms.OF_2021, ReportFiles.of("430212-finance", 2023).content(), "某某局2023年政府信息公开工作年度报告")
                .text(" ");
        return Stream.of(
                report + "扫码\n".repeat(40_000) + "长".repeat(100),
                report.replaceFirst("行政许可", "行政许可 1" + "/1".repeat(400_000)),
                report.replaceFirst("行政许可", "行政许可 1" + ",111".repeat(400_000)),
                report.replaceFirst("行政许可", "行政许可 " + "1(".repeat(400_000)),
                report.replaceFirst("行政许可", "行政许可 1" + "①".repeat(400_000)),
                report + "|--".repeat(400_000),
                "1,".repeat(32_000) + "\t\n" + report);
    }

    @ParameterizedTest
    @MethodSource("expensiveLines")
    @Timeout(30)
    void longLinesOfReportsAreReadInTimeProportionalToTheirSize(String text) throws Exception {
        byte[] document = text.getBytes(StandardCharsets.UTF_8);

        assertThat(Transcriber.transcribe(document, DocumentType.TEXT, null).year())
                .contains(2023);
        assertThat(DocumentType.ofContent(document)).isEqualTo(DocumentType.TEXT);
    }

    /** Small files, and files within the largest size, whose text would fill the memory. */
    static Stream<Arguments> tooMuchText() throws IOException {
        String word = "<document xmlns='w'><body>%s</body></document>";
        String row = "<tr><tc><p><t>1</t></p></tc></tr>";
        String hidden = "<table-row visibility='collapse' number-rows-repeated='1000'/>";
        String table = "<table><table-row number-rows-repeated='1000'><table-cell number-columns-repeated='64'>"
                + "<p>1</p></table-cell></table-row></table>";
        return Stream.of(
                Arguments.of(DocumentType.TEXT, utf8("1\n".repeat(4_000_000)), "paragraphs and rows"),
                Arguments.of(DocumentType.TEXT, utf8("1".repeat(3_000_000)), "characters"),
                Arguments.of(DocumentType.CSV, utf8("\"" + "1".repeat(9_000_000)), "characters"),
                Arguments.of(
                        DocumentType.HTML, utf8("<div>".repeat(250) + "<p>x".repeat(240_000)), "paragraphs and rows"),
                Arguments.of(
                        DocumentType.HTML,
                        utf8("<meta name=generator content=Gongkai><section id=overview>" + "<p>x".repeat(240_000)),
                        "paragraphs and rows"),
                Arguments.of(
                        DocumentType.DOCX,
                        zip("word/document.xml", utf8(word.formatted("<p><t>1</t></p>".repeat(1_000_000)))),
                        "paragraphs and rows"),
                Arguments.of(
                        DocumentType.DOCX,
                        zip("word/document.xml", utf8(word.formatted("<tbl>" + row.repeat(500_000) + "</tbl>"))),
                        "paragraphs and rows"),
                Arguments.of(
                        DocumentType.ODT,
                        zip("content.xml", utf8("<d><p>1</p>" + "<p>1</p>".repeat(1_000_000) + "</d>")),
                        "paragraphs and rows"),
                Arguments.of(DocumentType.ODT, zip("content.xml", utf8("<d>" + table.repeat(1_000) + "</d>")), "cells"),
                Arguments.of(
                        DocumentType.ODT,
                        zip("content.xml", utf8("<d><table>" + hidden.repeat(100_000) + "</table></d>")),
                        "paragraphs and rows"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("tooMuchText")
    void documentsWithTooMuchTextAreNotRead(DocumentType type, byte[] document, String reason) {
        assertThatThrownBy(() -> Transcriber.transcribe(document, type, null))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining(reason);
    }

    @Test
    void scriptsAreNotRead() throws Exception {
        Transcript transcript =
                html(PAGE.replace("<h1>", "<script>document.write('<p>一、总体情况</p>')</script><style>p{}</style><h1>"));

        assertThat(transcript.report()).isEqualTo(html(PAGE).report());
        assertThat(transcript.report().toString()).doesNotContain("document.write");
    }

    @Test
    void hugeSpansNeedNoMemory() throws Exception {
        assertThat(html(PAGE.replace("rowspan=3", "rowspan=1000000000 colspan=1000000000"))
                        .report())
                .isEqualTo(html(PAGE).report());
    }

    @Test
    void numbersWithMillionsOfWaysToSplitAreReportedAsAmbiguous() throws Exception {
        Transcript transcript = html(PAGE.replaceAll(
                "(<td rowspan=3><p>\\d\\.[^<]*</p></td>)(<td>.*?</td>){7}", "$1<td>" + "1".repeat(39) + "</td>"));

        assertThat(transcript.issues())
                .filteredOn(issue -> issue.kind() == IssueKind.AMBIGUOUS)
                .hasSizeGreaterThan(10);
    }

    @Test
    void filesWithTooMuchUnpackedContentAreNotRead() throws Exception {
        byte[] bomb = zip("word/document.xml", new byte[ZippedParts.MAX_UNPACKED_BYTES + 1]);
        byte[] elsewhere = zip("word/media/image1.png", new byte[ZippedParts.MAX_UNPACKED_BYTES + 1]);

        assertThat(bomb).hasSizeLessThan(100_000);
        assertThatThrownBy(() -> docx(bomb)).hasMessageContaining("more than");
        assertThatThrownBy(() -> docx(elsewhere)).hasMessageContaining("more than");
    }

    @Test
    void entitiesAreNotExpanded() throws Exception {
        String external =
                "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><d><p><t>&x;</t></p></d>";
        String billion =
                "<?xml version='1.0'?><!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><d><t>&b;</t></d>";

        for (String xml : new String[] {external, billion}) {
            assertThatThrownBy(() -> docx(zip("word/document.xml", xml.getBytes(StandardCharsets.UTF_8))))
                    .isInstanceOf(UnreadableDocument.class)
                    .hasMessageContaining("DOCX");
        }
    }

    @Test
    void deepXmlIsNotRead() {
        String deep = "<d>".repeat(XmlPart.MAX_DEPTH + 1);

        assertThatThrownBy(() -> docx(zip("word/document.xml", deep.getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("deep");
    }

    @Test
    void unknownEncodingsAreReported() {
        assertThatThrownBy(() ->
                        Transcriber.transcribe(new byte[] {(byte) 0x80, (byte) 0xFF, 0x00}, DocumentType.TEXT, null))
                .hasMessageContaining("encoding");
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static Transcript html(String page) throws UnreadableDocument {
        return Transcriber.transcribe(page.getBytes(StandardCharsets.UTF_8), DocumentType.HTML, null);
    }

    private static void docx(byte[] file) throws UnreadableDocument {
        Transcriber.transcribe(file, DocumentType.DOCX, null);
    }
}
