package org.gongkai.transcription.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.form.Form;
import org.gongkai.form.statutory.Forms;
import org.gongkai.transcription.Transcriber;
import org.gongkai.transcription.Transcript;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.table.Issue;
import org.gongkai.transcription.table.IssueKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Reports with random figures, printed in each layout with one difficulty each: every figure is what a reader of the document sees, or
 * it is left out and reported. The property {@code gongkai.test.documents} sets the number of documents, and
 * {@code gongkai.test.seed} the first of them.
 */
class DraftedDocumentsTest {

    private static final int DOCUMENTS = Integer.getInteger("gongkai.test.documents", 200);
    private static final int SEED = Integer.getInteger("gongkai.test.seed", 20_261_128);
    private static final List<Difficulty> DIFFICULTIES = Difficulty.all();

    @Test
    void everyFigureIsRightOrReported() {
        List<String> wrong = IntStream.range(SEED, SEED + DOCUMENTS)
                .boxed()
                .flatMap(seed -> wrong(seed).stream())
                .toList();

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Layout.class,
            names = {"HTML", "DOCX", "XLSX", "XLS", "ODT", "PDF_RULED", "CSV", "MARKDOWN", "TABS"})
    void tablesWithoutADifficultyAreReadWhole(Layout layout) throws Exception {
        for (Form form : List.of(Forms.OF_2019, Forms.OF_2021)) {
            Draft draft = RandomDrafts.of(form, new Random(SEED));
            Transcript transcript = Transcriber.transcribe(layout.print(draft), layout.type(), null);

            assertThat(draft.pointers()).allMatch(pointer -> isRight(draft, transcript, pointer));
            assertThat(transcript.agencyName()).contains(Draft.AGENCY);
            assertThat(transcript.year()).contains(draft.year());
        }
    }

    /** Returns what is wrong with the reading of one document. */
    private static List<String> wrong(int seed) {
        Random random = new Random(seed * 6_364_136_223_846_793_005L);
        Difficulty difficulty = DIFFICULTIES.get(Math.floorMod(seed, DIFFICULTIES.size()));
        Draft draft = RandomDrafts.of(random.nextBoolean() ? Forms.OF_2019 : Forms.OF_2021, random);
        difficulty.change().accept(draft, random);
        List<Layout> layouts =
                Stream.of(Layout.values()).filter(layout -> layout.shows(draft)).toList();
        Layout layout = layouts.get(random.nextInt(layouts.size()));
        String name = seed + " " + layout + " " + draft.form().name() + " " + difficulty;
        return read(name, draft, layout).stream()
                .flatMap(transcript -> Stream.concat(
                        draft.pointers().flatMap(pointer -> wrong(draft, transcript, pointer).stream()),
                        wrongNames(draft, transcript).stream()))
                .map(found -> name + ": " + found)
                .toList();
    }

    private static Optional<Transcript> read(String name, Draft draft, Layout layout) {
        try {
            return Optional.of(Transcriber.transcribe(layout.print(draft), layout.type(), null));
        } catch (UnreadableDocument refused) {
            return Optional.empty();
        } catch (Exception e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static Optional<String> wrong(Draft draft, Transcript transcript, String pointer) {
        JsonNode read = transcript.report().at(pointer);
        boolean accepted = read.isMissingNode() || isRight(draft, transcript, pointer) || draft.isRepeated(pointer);
        boolean unchanged = isRight(draft, transcript, pointer);
        if (accepted && (unchanged || isReported(transcript, pointer))) {
            return Optional.empty();
        }
        return Optional.of(pointer + " is " + read + ", right is "
                + draft.right(pointer).map(Object::toString).orElse("unknown")
                + (isReported(transcript, pointer) ? ", reported" : ", silently"));
    }

    private static List<String> wrongNames(Draft draft, Transcript transcript) {
        List<String> wrong = new ArrayList<>();
        boolean stopped = transcript.issues().stream()
                .anyMatch(issue -> issue.pointer().isEmpty() && issue.kind().leavesGap());
        boolean right = transcript.agencyName().equals(Optional.of(draft.agency()))
                && transcript.year().equals(Optional.of(draft.year()));
        if (!stopped && (!right || draft.isContested())) {
            wrong.add("report of " + transcript.agencyName() + " for " + transcript.year());
        }
        return wrong;
    }

    private static boolean isRight(Draft draft, Transcript transcript, String pointer) {
        JsonNode read = transcript.report().at(pointer);
        return read.isNumber()
                && draft.right(pointer)
                        .filter(right -> right.compareTo(read.decimalValue()) == 0)
                        .isPresent();
    }

    /** Returns whether an issue tells a person to look at the figure, its row or its table, or stops the whole report. */
    private static boolean isReported(Transcript transcript, String pointer) {
        return transcript.issues().stream()
                .filter(issue -> issue.kind().needsReview())
                .anyMatch(issue -> issue.kind() == IssueKind.ANOTHER_REPORT || isAt(pointer, issue));
    }

    private static boolean isAt(String pointer, Issue issue) {
        String place = issue.pointer();
        return !place.isEmpty() && (pointer.equals(place) || pointer.startsWith(place + "/"));
    }
}
