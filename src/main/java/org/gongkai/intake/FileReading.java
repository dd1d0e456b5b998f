package org.gongkai.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.gongkai.rules.Finding;
import org.gongkai.text.Text;
import org.gongkai.transcription.Transcriber;
import org.gongkai.transcription.Transcript;
import org.gongkai.transcription.page.DocumentType;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.table.Issue;

/**
 * What became of reading a file.
 *
 * @param file the file
 * @param transcript what it says; empty where no report could be read out of it
 * @param reason why not; empty where one could
 */
record FileReading(SourceFile file, Optional<Transcript> transcript, Optional<Text> reason) {

    private static final Text NO_SUCH_KIND = new Text("不是 HTML、DOCX 或文本文件", "Neither a page, nor DOCX, nor plain text");
    private static final Text TOO_LARGE = new Text("超过 %s 字节", "Larger than %s bytes");

    static FileReading of(SourceFile file) throws IOException {
        Optional<DocumentType> documentType = DocumentType.ofFile(file.name());
        if (documentType.isEmpty()) {
            return refused(file, NO_SUCH_KIND);
        }
        if (Files.size(file.path()) > Transcriber.MAX_BYTES) {
            return refused(file, TOO_LARGE.with(Transcriber.MAX_BYTES));
        }
        try {
            byte[] document = Files.readAllBytes(file.path());
            return new FileReading(
                    file, Optional.of(Transcriber.transcribe(document, documentType.get(), null)), Optional.empty());
        } catch (UnreadableDocument e) {
            return refused(file, e.reason());
        }
    }

    private static FileReading refused(SourceFile file, Text reason) {
        return new FileReading(file, Optional.empty(), Optional.of(reason));
    }

    /** Whether all that the form asks for was read, and who and when. */
    boolean isComplete() {
        return transcript.isPresent()
                && issues().stream().noneMatch(issue -> issue.kind().leavesGap());
    }

    /** What a person should look at. */
    List<Issue> doubts() {
        return issues().stream().filter(issue -> issue.kind().needsReview()).toList();
    }

    List<Issue> issues() {
        return transcript.map(Transcript::issues).orElse(List.of());
    }

    /** How many numbers were read, of how many. */
    String figures() {
        return transcript.map(FileReading::figures).orElse("");
    }

    /** How many relations between its numbers do not hold; those with a gap are not looked at. */
    long errors() {
        return transcript.map(StandaloneCheck::alone).orElse(List.of()).stream()
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
