package org.gongkai.transcription.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.stream.Stream;
import org.gongkai.transcription.Transcriber;
import org.gongkai.transcription.Transcript;
import org.gongkai.transcription.table.IssueKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of word processors in which a reader sees 4521, and more digits are stored. They were converted from DOCX files. */
class VisibleTextTest {

    private static final String POINTER = "/proactiveDisclosure/licensingDecisions";

    static Stream<String> files() {
        return Stream.of("double-struck-out", "hidden-text", "moved-away", "note-superscript", "struck-out")
                .flatMap(name -> Stream.of(name + ".doc", name + ".odt"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void onlyVisibleTextIsRead(String file) throws Exception {
        assertThat(read(file).report().at(POINTER).asInt()).isEqualTo(4521);
    }

    static Stream<String> filesWithTwoNumbers() {
        return Stream.of("two-numbers-line-break.doc", "two-numbers-line-break.odt");
    }

    @ParameterizedTest
    @MethodSource("filesWithTwoNumbers")
    void twoNumbersInACellAreLeftOut(String file) throws Exception {
        Transcript transcript = read(file);

        assertThat(transcript.report().at(POINTER).isMissingNode()).isTrue();
        assertThat(transcript.issues())
                .anyMatch(issue ->
                        issue.kind() == IssueKind.UNREADABLE && issue.pointer().equals(POINTER));
    }

    private static Transcript read(String file) throws Exception {
        try (InputStream content = VisibleTextTest.class.getResourceAsStream("/carriers/visible/" + file)) {
            return Transcriber.transcribe(
                    content.readAllBytes(), DocumentType.ofFile(file).orElseThrow(), null);
        }
    }
}
