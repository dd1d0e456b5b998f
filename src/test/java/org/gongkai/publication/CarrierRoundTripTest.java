package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.report.Contents;
import org.gongkai.testing.ReportFiles;
import org.gongkai.transcription.Transcriber;
import org.gongkai.transcription.Transcript;
import org.gongkai.transcription.carrier.DocumentType;
import org.gongkai.transcription.page.UnreadableDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reports with random figures, on both forms, that were written in each type of document. Every figure is read, and every one is right. The
 * property {@code gongkai.test.documents} sets their number.
 * The documents in {@code /carriers} were converted by LibreOffice from those of this service.
 */
class CarrierRoundTripTest {

    private static final int FEW = 6;
    private static final int REPORTS = Integer.getInteger("gongkai.test.documents", FEW);
    private static final int CONVERTED = Math.min(REPORTS, 100);

    /** The conversions of a short run. Each starts LibreOffice once, which takes seconds. */
    private static final int CONVERSIONS = REPORTS > FEW ? Integer.MAX_VALUE : 2;

    private static final String FOLDER = "/carriers/";

    @Test
    void workbooksOfTheServiceAreReadBack() throws Exception {
        for (Contents contents : RandomReports.of(REPORTS)) {
            assertRead(contents, Pages.bytes(DocumentFormat.XLSX::write, document(contents)), DocumentType.XLSX);
        }
    }

    @Test
    void wordDocumentsOfTheServiceAreReadBack() throws Exception {
        for (Contents contents : RandomReports.of(REPORTS)) {
            assertRead(contents, Pages.bytes(DocumentFormat.DOCX::write, document(contents)), DocumentType.DOCX);
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "GBK", "UTF-16"})
    void csvIsRead(String encoding) throws Exception {
        for (Contents contents : RandomReports.of(REPORTS)) {
            String csv = PrintedRows.csv(document(contents));
            assertRead(contents, csv.getBytes(Charset.forName(encoding)), DocumentType.CSV);
        }
    }

    @Test
    void csvIsRecognizedByItsContent() {
        byte[] csv = PrintedRows.csv(document(RandomReports.of(1).get(0))).getBytes(StandardCharsets.UTF_8);

        assertThat(DocumentType.ofContent(csv)).isEqualTo(DocumentType.CSV);
    }

    @Test
    void markdownIsRead() throws Exception {
        for (Contents contents : RandomReports.of(REPORTS)) {
            String markdown = PrintedRows.markdown(document(contents));
            assertRead(contents, markdown.getBytes(StandardCharsets.UTF_8), DocumentType.MARKDOWN);
        }
    }

    @Test
    void messagesAreRead() throws Exception {
        for (Contents contents : RandomReports.of(REPORTS)) {
            byte[] page = Pages.bytes(HtmlDocument::write, document(contents));
            String message =
                    "From: <Saved by Word>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"x\"\r\n\r\n"
                            + "--x\r\nContent-Location: file:///report.htm\r\nContent-Transfer-Encoding: base64\r\n"
                            + "Content-Type: text/html; charset=\"utf-8\"\r\n\r\n"
                            + Base64.getMimeEncoder().encodeToString(page)
                            + "\r\n--x\r\nContent-Type: image/png\r\n\r\n1\r\n--x--\r\n";
            byte[] bytes = message.getBytes(StandardCharsets.US_ASCII);

            assertThat(DocumentType.ofContent(bytes)).isEqualTo(DocumentType.MHTML);
            assertRead(contents, bytes, DocumentType.MHTML);
        }
    }

    static Stream<String> fixtures() {
        return IntStream.range(0, 2).mapToObj(Integer::toString).flatMap(number -> Stream.of("doc", "odt", "xls", "ods")
                .map(type -> number + "." + type));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void convertedDocumentsAreRead(String file) throws Exception {
        byte[] document = ReportFiles.class.getResourceAsStream(FOLDER + file).readAllBytes();
        Contents contents = RandomReports.of(2).get(Integer.parseInt(file.substring(0, 1)));
        DocumentType type = DocumentType.ofFile(file).orElseThrow();

        assertThat(DocumentType.ofContent(document)).isEqualTo(type);
        assertRead(contents, document, type);
    }

    static Stream<Arguments> conversions() {
        return Stream.of(
                        Arguments.of(DocumentFormat.DOCX, "doc:MS Word 97"),
                        Arguments.of(DocumentFormat.XLSX, "xls:MS Excel 97"),
                        Arguments.of(DocumentFormat.DOCX, "odt"),
                        Arguments.of(DocumentFormat.DOCX, "html"),
                        Arguments.of(DocumentFormat.XLSX, "ods"),
                        Arguments.of(DocumentFormat.XLSX, "xlsx"))
                .limit(CONVERSIONS);
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource("conversions")
    void documentsConvertedNowAreRead(DocumentFormat from, String to, @TempDir Path folder) throws Exception {
        assumeTrue(LibreOffice.isInstalled());
        List<Contents> reports = RandomReports.of(CONVERTED);
        List<Path> files = new ArrayList<>();
        for (int report = 0; report < CONVERTED; report++) {
            files.add(Files.write(
                    folder.resolve(report + "." + from.code()),
                    Pages.bytes(from::write, document(reports.get(report)))));
        }

        List<Path> converted = LibreOffice.convert(files, to, folder.resolve("converted"));

        for (int report = 0; report < CONVERTED; report++) {
            Path file = converted.get(report);
            assertRead(
                    reports.get(report),
                    Files.readAllBytes(file),
                    DocumentType.ofFile(file.toString()).orElseThrow());
        }
    }

    private static OfficialDocument document(Contents contents) {
        return OfficialDocument.of("某某局", contents, Pages.DATED);
    }

    private static void assertRead(Contents contents, byte[] document, DocumentType type)
            throws UnreadableDocument, IOException {
        Transcript transcript = Transcriber.transcribe(document, type, null);

        assertThat(transcript.form()).isSameAs(contents.form());
        assertThat(transcript.agencyName()).contains("某某局");
        assertThat(transcript.year()).contains(contents.year());
        JsonNode right = ReportFiles.JSON.readTree(contents.json());
        assertThat(contents.form().figures().stream().flatMap(figure -> figure.cells().stream()))
                .allSatisfy(cell -> assertThat(value(transcript.report(), cell))
                        .as("%s %s", cell.pointer(), transcript.issues())
                        .isEqualByComparingTo(value(right, cell)));
    }

    private static BigDecimal value(JsonNode report, Cell cell) {
        JsonNode number = report.at(cell.pointer());
        return number.isNumber() ? number.decimalValue() : null;
    }
}
