package org.gongkai.intake;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.gongkai.rules.Finding;
import org.gongkai.text.Text;
import org.gongkai.transcription.Transcriber;
import org.gongkai.transcription.Transcript;
import org.gongkai.transcription.carrier.DocumentType;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.table.Issue;

/**
 * The result of reading a file.
 *
 * @param name the name of the file for the user
 * @param document the content of the file
 * @param type the type of the document; empty if it is unknown
 * @param transcript the extracted report; empty if the file holds none
 * @param reason the reason why no report was extracted; empty if one was
 */
record FileReading(
        String name,
        byte[] document,
        Optional<DocumentType> type,
        Optional<Transcript> transcript,
        Optional<Text> reason) {

    private static final Text UNKNOWN_TYPE =
            new Text("不能读取这种文件，请另存为 DOCX", "Files of this type are not read; save it as DOCX");
    static final Text TOO_LARGE = new Text("文件超过 %s 字节", "The file is larger than %s bytes");

    static FileReading of(SourceFile file) throws IOException {
        try {
            return of(file, file.content().bytes());
        } catch (UnreadableFile e) {
            return unreadable(file, new byte[0], Optional.empty(), e.reason());
        }
    }

    /** Reads a file whose content is known. */
    static FileReading of(SourceFile file, byte[] document) {
        Optional<DocumentType> type = file.documentType(document);
        if (type.isEmpty()) {
            return unreadable(file, document, type, UNKNOWN_TYPE);
        }
        if (document.length > Transcriber.MAX_BYTES) {
            return unreadable(file, document, type, TOO_LARGE.with(Transcriber.MAX_BYTES));
        }
        try {
            Transcript transcript = Transcriber.transcribe(document, type.get(), null);
            return new FileReading(file.name(), document, type, Optional.of(transcript), Optional.empty());
        } catch (UnreadableDocument e) {
            return unreadable(file, document, type, e.reason());
        }
    }

    private static FileReading unreadable(SourceFile file, byte[] document, Optional<DocumentType> type, Text reason) {
        return new FileReading(file.name(), document, type, Optional.empty(), Optional.of(reason));
    }

    /** Checks that everything in the form was read, and the agency name and the year as well. */
    boolean isComplete() {
        return transcript.isPresent()
                && issues().stream().noneMatch(issue -> issue.kind().leavesGap());
    }

    /** Returns the issues that a person should look at. */
    List<Issue> issuesToReview() {
        return issues().stream().filter(issue -> issue.kind().needsReview()).toList();
    }

    List<Issue> issues() {
        return transcript.map(Transcript::issues).orElse(List.of());
    }

    /** Returns how many numbers were read, out of how many. */
    String figures() {
        return transcript.map(FileReading::figures).orElse("");
    }

    /** Returns the number of broken relations between the numbers. Relations with a missing number are not checked. */
    long errors() {
        return transcript.map(StandaloneCheck::findings).orElse(List.of()).stream()
                .filter(finding -> !finding.rule().equals(Finding.SHAPE))
                .count();
    }

    private static String figures(Transcript transcript) {
        List<String> cells = transcript.form().figures().stream()
                .flatMap(figure -> figure.cells().stream())
                .map(cell -> cell.pointer())
                .toList();
        long read = cells.stream()
                .filter(pointer -> !transcript.report().at(pointer).isMissingNode())
                .count();
        return read + "/" + cells.size();
    }
}
