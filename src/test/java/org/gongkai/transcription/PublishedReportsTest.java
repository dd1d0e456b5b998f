package org.gongkai.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.form.Form;
import org.gongkai.testing.ReportFiles;
import org.gongkai.transcription.carrier.DocumentType;
import org.gongkai.transcription.table.Issue;
import org.gongkai.transcription.table.SourceReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Complete published reports are compared with their tables. {@code documents.json} lists the unreadable parts. */
class PublishedReportsTest {

    private static final String FOLDER = "/documents/";

    static Stream<JsonNode> documents() {
        return ReportFiles.entries(FOLDER + "documents.json");
    }

    static Stream<JsonNode> pages() {
        return documents().filter(document -> document.get("file").asText().endsWith(".html"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyFigureIsReadAsPrintedOrReportedAsMissing(JsonNode document) throws Exception {
        Transcript transcript = read(document);
        JsonNode printed = ReportFiles.of(
                        document.get("agency").asText(), document.get("year").asInt())
                .content();
        List<String> gaps = strings(document.get("gaps"));

        assertThat(transcript.form().name()).isEqualTo(document.get("form").asText());
        assertThat(cells(transcript.form()))
                .filteredOn(cell -> gaps.stream().noneMatch(gap -> isAt(cell.pointer(), gap)))
                .allSatisfy(cell -> assertThat(
                                transcript.report().at(cell.pointer()).decimalValue())
                        .as(cell.pointer())
                        .isEqualByComparingTo(printed.at(cell.pointer()).decimalValue()));
        assertThat(cells(transcript.form()))
                .filteredOn(cell -> gaps.stream().anyMatch(gap -> isAt(cell.pointer(), gap)))
                .allSatisfy(cell -> assertThat(
                                transcript.report().at(cell.pointer()).isMissingNode())
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void agencyYearAndIssuesAreReportedExactly(JsonNode document) throws Exception {
        Transcript transcript = read(document);

        assertThat(transcript.agencyName().orElse(null))
                .isEqualTo(document.get("name").textValue());
        assertThat(transcript.year()).contains(document.get("year").asInt());
        Map<String, Long> kinds = transcript.issues().stream()
                .collect(Collectors.groupingBy(issue -> issue.kind().name(), TreeMap::new, Collectors.counting()));
        assertThat(ReportFiles.JSON.writeValueAsString(kinds))
                .isEqualTo(document.get("issues").toString());
        assertThat(transcript.issues())
                .filteredOn(
                        issue -> issue.kind().leavesGap() && !issue.pointer().isEmpty())
                .extracting(Issue::pointer)
                .containsExactlyElementsOf(strings(document.get("gaps")));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyCellHasASourceOrAnIssue(JsonNode document) throws Exception {
        Transcript transcript = read(document);
        Set<String> sources =
                transcript.sources().stream().map(SourceReference::pointer).collect(Collectors.toSet());

        assertThat(cells(transcript.form()))
                .allMatch(cell -> sources.contains(cell.pointer())
                        || transcript.issues().stream()
                                .anyMatch(
                                        issue -> !issue.pointer().isEmpty() && isAt(cell.pointer(), issue.pointer())));
        assertThat(transcript.sources()).allMatch(source -> !source.text().isBlank());
    }

    /** The figures of pages were copied by hand a second time, row by row. */
    @ParameterizedTest
    @MethodSource("pages")
    void pagesAgreeWithTheirTablesRowByRow(JsonNode document) throws Exception {
        Transcript transcript = read(document);
        JsonNode tables =
                ReportFiles.read(FOLDER + document.get("file").asText().replace(".html", ".tables.json"));

        assertThat(numbers(transcript, 2)).isEqualTo(flat(tables.get("t2")));
        assertThat(numbers(transcript, 3)).isEqualTo(flat(tables.get("t3")));
        assertThat(numbers(transcript, 4)).isEqualTo(flat(tables.get("t4")));
    }

    private static List<BigDecimal> numbers(Transcript transcript, int table) {
        return transcript
                .form()
                .rowsOf(table)
                .flatMap(figure -> figure.cells().stream())
                .map(cell -> transcript.report().at(cell.pointer()).decimalValue())
                .map(PublishedReportsTest::plain)
                .toList();
    }

    private static List<BigDecimal> flat(JsonNode node) {
        if (node.isNumber()) {
            return List.of(plain(node.decimalValue()));
        }
        List<BigDecimal> numbers = new ArrayList<>();
        node.forEach(child -> numbers.addAll(flat(child)));
        return numbers;
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private static boolean isAt(String pointer, String place) {
        return pointer.equals(place) || pointer.startsWith(place + "/");
    }

    private static List<Cell> cells(Form form) {
        return form.figures().stream()
                .map(figure -> figure.cells())
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(element -> strings.add(element.asText()));
        return strings;
    }

    private static Transcript read(JsonNode document) throws Exception {
        String file = document.get("file").asText();
        return Transcriber.transcribe(bytes(file), DocumentType.ofFile(file).orElseThrow(), null);
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream content = PublishedReportsTest.class.getResourceAsStream(FOLDER + file)) {
            return content.readAllBytes();
        }
    }
}
