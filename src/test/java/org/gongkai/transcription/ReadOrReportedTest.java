package org.gongkai.transcription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.transcription.ReadFigures.isRight;
import static org.gongkai.transcription.ReadFigures.pointers;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.testing.ReportFiles;
import org.gongkai.transcription.carrier.DocumentType;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.table.IssueKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Published reports, and small documents with one difficulty each. Every figure is what a reader of the document sees, or is
 * reported. {@code documents.json} says how many figures are read right, who reports on which year, and which kinds of issues concern the
 * document as a whole.
 */
class ReadOrReportedTest {

    private static final String FOLDER = "/documents2/";

    static Stream<JsonNode> documents() {
        return ReportFiles.entries(FOLDER + "documents.json");
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyFigureIsRightOrReported(JsonNode document) throws Exception {
        JsonNode right = right(file(document));

        assertThat(read(file(document)).stream()).allSatisfy(transcript -> assertThat(pointers(transcript))
                .filteredOn(pointer -> !isRight(transcript, right, pointer))
                .allMatch(pointer -> isReported(transcript, pointer)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void asManyFiguresAreReadAsBefore(JsonNode document) throws Exception {
        JsonNode right = right(file(document));

        long read = read(file(document)).stream()
                .flatMap(transcript -> pointers(transcript).filter(pointer -> isRight(transcript, right, pointer)))
                .count();

        assertThat(read).isGreaterThanOrEqualTo(document.get("read").asLong());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void namesTheAgencyAndTheYear(JsonNode document) throws Exception {
        Optional<Transcript> transcript = read(file(document));

        if (document.has("agency")) {
            assertThat(transcript.flatMap(Transcript::agencyName).orElse(null))
                    .isEqualTo(document.get("agency").textValue());
        }
        if (document.has("year")) {
            assertThat(transcript.flatMap(Transcript::year).orElse(0))
                    .isEqualTo(document.get("year").intValue());
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void reportsWhatIsDoubtfulAboutTheDocumentAsAWhole(JsonNode document) throws Exception {
        List<String> kinds = read(file(document)).stream()
                .flatMap(transcript -> transcript.issues().stream())
                .filter(issue -> issue.pointer().isEmpty())
                .map(issue -> issue.kind().name())
                .toList();

        if (document.has("issues")) {
            assertThat(kinds)
                    .isEqualTo(ReportFiles.JSON.convertValue(
                            document.get("issues"), new TypeReference<List<String>>() {}));
        }
    }

    /** Returns whether an issue tells a person to look at the figure, at its row, or at another report. */
    private static boolean isReported(Transcript transcript, String pointer) {
        return transcript.issues().stream()
                .filter(issue -> issue.kind().needsReview())
                .anyMatch(issue -> issue.kind() == IssueKind.ANOTHER_REPORT || isAt(pointer, issue.pointer()));
    }

    private static boolean isAt(String pointer, String place) {
        return !place.isEmpty() && (pointer.equals(place) || pointer.startsWith(place + "/"));
    }

    private static String file(JsonNode document) {
        return document.get("file").asText();
    }

    private static JsonNode right(String file) {
        return ReportFiles.read(FOLDER + file.replaceFirst("\\.[a-z]+$", ".json"));
    }

    /** Returns what is read; empty if the document is refused. */
    private static Optional<Transcript> read(String file) throws IOException {
        try (InputStream content = ReadOrReportedTest.class.getResourceAsStream(FOLDER + file)) {
            return Optional.of(Transcriber.transcribe(
                    content.readAllBytes(), DocumentType.ofFile(file).orElseThrow(), null));
        } catch (UnreadableDocument refused) {
            return Optional.empty();
        }
    }
}
