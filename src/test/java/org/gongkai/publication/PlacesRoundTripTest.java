package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellReference;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.report.Contents;
import org.gongkai.testing.ReportFiles;
import org.gongkai.transcription.Transcriber;
import org.gongkai.transcription.Transcript;
import org.gongkai.transcription.carrier.DocumentReader;
import org.gongkai.transcription.carrier.DocumentType;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.place.DrawnText;
import org.gongkai.transcription.place.Place;
import org.gongkai.transcription.rendering.RenderedBlock;
import org.gongkai.transcription.rendering.Rendering;
import org.gongkai.transcription.table.SourceReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each figure stands in the rendering of its document at the place that its source names. */
class PlacesRoundTripTest {

    private static final List<Contents> REPORTS = RandomReports.of(2);

    static Stream<Arguments> documents() {
        return Stream.of(0, 1).flatMap(report -> {
            OfficialDocument document = document(report);
            return Stream.of(
                    Arguments.of(report, DocumentType.DOCX, Pages.bytes(DocumentFormat.DOCX::write, document)),
                    Arguments.of(report, DocumentType.XLSX, Pages.bytes(DocumentFormat.XLSX::write, document)),
                    Arguments.of(report, DocumentType.HTML, Pages.bytes(HtmlDocument::write, document)),
                    Arguments.of(report, DocumentType.CSV, bytes(PrintedRows.csv(document))),
                    Arguments.of(report, DocumentType.MARKDOWN, bytes(PrintedRows.markdown(document))),
                    Arguments.of(report, DocumentType.DOC, file(report + ".doc")),
                    Arguments.of(report, DocumentType.XLS, file(report + ".xls")),
                    Arguments.of(report, DocumentType.ODT, file(report + ".odt")),
                    Arguments.of(report, DocumentType.ODS, file(report + ".ods")));
        });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void figuresStandInTheCellsOfTheirSources(int report, DocumentType type, byte[] document) throws Exception {
        ParsedDocument parsed = DocumentReader.read(document, type, null);
        Rendering rendering = Rendering.of(parsed);

        assertThat(rendering.complete()).isTrue();
        assertThat(rendering.pages()).isEmpty();
        for (SourceReference source : figures(parsed, report)) {
            assertThat(number(cell(rendering, source.place())))
                    .as("%s %s", source.pointer(), source.place())
                    .isEqualByComparingTo(right(report, source));
        }
    }

    static Stream<Arguments> workbooks() {
        return Stream.of(0, 1)
                .flatMap(report -> Stream.of(
                        Arguments.of(
                                report, DocumentType.XLSX, Pages.bytes(DocumentFormat.XLSX::write, document(report))),
                        Arguments.of(report, DocumentType.XLS, file(report + ".xls"))));
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void figuresOfWorkbooksHaveTheAddressesOfTheirCells(int report, DocumentType type, byte[] document)
            throws Exception {
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(document))) {
            for (SourceReference source : figures(DocumentReader.read(document, type, null), report)) {
                Sheet sheet = workbook.getSheet(source.place().sheet());
                CellReference address = new CellReference(source.place().cell());
                Cell cell = sheet.getRow(address.getRow()).getCell(address.getCol());

                assertThat(number(new DataFormatter().formatCellValue(cell)))
                        .as("%s %s", source.pointer(), source.place())
                        .isEqualByComparingTo(right(report, source));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void figuresOfPdfFilesStandInTheAreasOfTheirSources(int report) throws Exception {
        ParsedDocument parsed =
                DocumentReader.read(Pages.bytes(DocumentFormat.PDF::write, document(report)), DocumentType.PDF, null);
        Rendering rendering = Rendering.of(parsed);

        assertThat(rendering.blocks()).isEmpty();
        for (SourceReference source : figures(parsed, report)) {
            assertThat(number(DrawnText.at(source.place(), rendering.pages())))
                    .as("%s %s", source.pointer(), source.place())
                    .isEqualByComparingTo(right(report, source));
        }
    }

    /** Returns the text of the cell of a table. */
    private static String cell(Rendering rendering, Place place) {
        RenderedBlock table = rendering.blocks().stream()
                .filter(block -> place.table().equals(block.table()))
                .findFirst()
                .orElseThrow();
        return table.rows().get(place.row() - 1).cells().stream()
                .filter(cell -> cell.column() == place.column())
                .findFirst()
                .orElseThrow()
                .text();
    }

    /** Returns the sources of all figures. */
    private static List<SourceReference> figures(ParsedDocument parsed, int report) throws Exception {
        Transcript transcript = Transcriber.transcribe(parsed);
        List<SourceReference> sources = transcript.sources().stream()
                .filter(source -> transcript.report().at(source.pointer()).isNumber())
                .toList();
        assertThat(sources).hasSize((int) REPORTS.get(report).form().figures().stream()
                .mapToLong(figure -> figure.cells().size())
                .sum());
        return sources;
    }

    private static BigDecimal right(int report, SourceReference source) throws Exception {
        return ReportFiles.JSON
                .readTree(REPORTS.get(report).json())
                .at(source.pointer())
                .decimalValue();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.replaceAll("[,\\s]|万元", ""));
    }

    private static OfficialDocument document(int report) {
        return OfficialDocument.of("某某局", REPORTS.get(report), Pages.DATED);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] file(String name) {
        try (InputStream file = ReportFiles.class.getResourceAsStream("/carriers/" + name)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
