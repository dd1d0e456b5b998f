package org.gongkai.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.transcription.carrier.DocumentReader;
import org.gongkai.transcription.carrier.DocumentType;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.page.TextNormalizer;
import org.gongkai.transcription.place.Place;
import org.gongkai.transcription.rendering.RenderedBlock;
import org.gongkai.transcription.rendering.RenderedCell;
import org.gongkai.transcription.rendering.Rendering;
import org.gongkai.transcription.table.Confidence;
import org.gongkai.transcription.table.IssueKind;
import org.gongkai.transcription.table.SourceReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The places of figures in published documents. */
class PlacesTest {

    private static final Path DOCUMENTS = Path.of("src/test/resources/documents");
    private static final String POLICE = "pingtan-police-2022.html";

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(DOCUMENTS)) {
            return files.filter(file -> !file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void figuresArePrintedAtTheirPlaces(Path file) throws Exception {
        ParsedDocument parsed = parsed(file);
        Rendering rendering = Rendering.of(parsed);
        Transcript transcript = Transcriber.transcribe(parsed);

        for (SourceReference source : transcript.sources()) {
            JsonNode number = transcript.report().at(source.pointer());
            String printed = at(rendering, source.place());
            if (number.isNumber() && number.decimalValue().signum() != 0 && source.confidence() == Confidence.READ) {
                assertThat(printed.replace(",", ""))
                        .as("%s %s", source.pointer(), source.place())
                        .contains(unit(number.decimalValue(), printed));
            }
        }
    }

    /** Returns the number as it is printed, which may be in yuan. */
    private static String unit(BigDecimal number, String printed) {
        boolean isInYuan = printed.contains("元") && !printed.contains("万元");
        return (isInYuan ? number.movePointRight(4) : number)
                .stripTrailingZeros()
                .toPlainString();
    }

    @Test
    void aFigureHasItsTableRowAndColumn() throws Exception {
        Transcript transcript = Transcriber.transcribe(parsed(DOCUMENTS.resolve(POLICE)));

        assertThat(place(transcript, "/requests/newlyReceived/total")).isEqualTo(Place.UNKNOWN.inTable(2, 4, 10));
    }

    @Test
    void numbersWithoutAGapHaveThePlaceOfAllOfThem() throws Exception {
        String glued = Files.readString(DOCUMENTS.resolve(POLICE))
                .replaceFirst("(一、本年新收政府信息公开申请数量(?s:.*?)</td>)(?s:.*?)</tr>", "$1<td>1000001</td></tr>")
                .replaceFirst("(（一）予以公开(?s:.*?)</td>)(?s:.*?)</tr>", "$1<td>0000000</td></tr>");
        Transcript transcript =
                Transcriber.transcribe(glued.getBytes(StandardCharsets.UTF_8), DocumentType.HTML, "UTF-8");

        assertThat(transcript.issues())
                .filteredOn(issue -> issue.kind() == IssueKind.SPLIT)
                .extracting(issue -> issue.place().row())
                .containsExactly(4, 6);
        assertThat(place(transcript, "/requests/newlyReceived/total"))
                .isEqualTo(place(transcript, "/requests/newlyReceived/naturalPerson"));
    }

    private static Place place(Transcript transcript, String pointer) {
        return transcript.sources().stream()
                .filter(source -> source.pointer().equals(pointer))
                .map(SourceReference::place)
                .findFirst()
                .orElseThrow();
    }

    private static ParsedDocument parsed(Path file) throws Exception {
        DocumentType type = DocumentType.ofFile(file.toString()).orElseThrow();
        return DocumentReader.read(Files.readAllBytes(file), type, null);
    }

    /** Returns what is printed at a place, with its numbers in ordinary digits. */
    private static String at(Rendering rendering, Place place) {
        RenderedBlock block = rendering.blocks().stream()
                .filter(one -> place.table() == null
                        ? place.paragraph().equals(one.paragraph())
                        : place.table().equals(one.table()))
                .findFirst()
                .orElseThrow();
        return TextNormalizer.figures(place.table() == null ? block.text() : cells(block, place));
    }

    private static String cells(RenderedBlock table, Place place) {
        List<RenderedCell> cells = table.rows().get(place.row() - 1).cells();
        return cells.stream()
                .filter(cell -> place.column() == null || cell.column() == place.column())
                .map(RenderedCell::text)
                .collect(Collectors.joining(" "));
    }
}
