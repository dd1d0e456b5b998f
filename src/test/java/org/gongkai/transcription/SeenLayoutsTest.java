package org.gongkai.transcription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.form.Cell;
import org.gongkai.testing.ReportFiles;
import org.gongkai.transcription.page.DocumentType;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.table.Issue;
import org.gongkai.transcription.table.IssueKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Layouts in which offices publish, and small pages with one peculiarity each: a figure is read as a reader sees it, or
 * an issue says that it must be looked at. {@code read.csv} holds how many figures of each document are read right.
 */
class SeenLayoutsTest {

    private static final String FOLDER = "/documents2/";

    @ParameterizedTest
    @CsvFileSource(resources = FOLDER + "read.csv", numLinesToSkip = 1)
    void noFigureIsWrongWithoutAnIssue(String file, int right) throws Exception {
        if (right == 0) {
            assertThatThrownBy(() -> read(file)).isInstanceOf(UnreadableDocument.class);
            return;
        }
        Transcript transcript = read(file);
        JsonNode printed = ReportFiles.read(FOLDER + file.replaceAll("\\.[a-z]+$", ".json"));

        assertThat(cells(transcript))
                .filteredOn(cell -> !isRight(cell, transcript, printed))
                .allSatisfy(cell -> assertThat(transcript.issues())
                        .as(cell.pointer())
                        .anyMatch(issue -> issue.kind().needsReview() && isAbout(issue, cell)));
        assertThat(cells(transcript))
                .filteredOn(cell -> isRight(cell, transcript, printed))
                .hasSizeGreaterThanOrEqualTo(right);
    }

    private static boolean isRight(Cell cell, Transcript transcript, JsonNode printed) {
        JsonNode read = transcript.report().at(cell.pointer());
        JsonNode wanted = printed.at(cell.pointer());
        return read.isNumber() && wanted.isNumber() && read.decimalValue().compareTo(wanted.decimalValue()) == 0;
    }

    private static boolean isAbout(Issue issue, Cell cell) {
        return cell.pointer().equals(issue.pointer())
                || cell.pointer().startsWith(issue.pointer() + "/")
                        && !issue.pointer().isEmpty()
                || issue.kind() == IssueKind.ANOTHER_REPORT;
    }

    private static List<Cell> cells(Transcript transcript) {
        return transcript.form().figures().stream()
                .flatMap(figure -> figure.cells().stream())
                .toList();
    }

    private static Transcript read(String file) throws IOException, UnreadableDocument {
        try (InputStream content = SeenLayoutsTest.class.getResourceAsStream(FOLDER + file)) {
            DocumentType type = DocumentType.ofFile(file).orElseThrow();
            byte[] bytes = content.readAllBytes();
            return Transcriber.transcribe(type == DocumentType.TEXT ? withoutNote(bytes) : bytes, type, null);
        }
    }

    /** Removes the note on the origin of a text. */
    private static byte[] withoutNote(byte[] document) {
        return new String(document, StandardCharsets.UTF_8)
                .replaceFirst("^# (?:opening|layout)[^\\n]*\\n", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
