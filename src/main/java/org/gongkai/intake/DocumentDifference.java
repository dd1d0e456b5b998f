package org.gongkai.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Cell;
import org.gongkai.form.FormNode;
import org.gongkai.report.Contents;
import org.gongkai.text.EqualText;
import org.gongkai.text.Language;
import org.gongkai.text.Pointers;
import org.gongkai.transcription.Transcript;
import org.gongkai.transcription.page.Excerpt;

/**
 * A figure or text of a document that differs from the report in force.
 *
 * @param pointer RFC 6901 JSON Pointer to the cell or text
 * @param cell the place on paper
 * @param published the number or the beginning of the text in the document
 * @param stored the number or the beginning of the text in the report in force
 */
public record DocumentDifference(
        @Schema(format = Pointers.FORMAT, examples = "/requests/newlyReceived/total")
        String pointer,

        String cell,
        Object published,
        Object stored) {

    private static final int MAX_TEXT = 160;

    /**
     * Compares a document with a report. Texts are equal whatever their blanks and line breaks are. What could not be read
     * is no difference, but an issue of the reading.
     */
    static List<DocumentDifference> between(Transcript transcript, Contents stored, Language language) {
        Stream<Optional<DocumentDifference>> figures = stored.form().figures().stream()
                .flatMap(figure -> figure.cells().stream())
                .map(cell -> figure(cell, transcript.report().at(cell.pointer()), stored, language));
        Stream<Optional<DocumentDifference>> texts = stored.form().texts().stream()
                .map(section -> text(section, transcript.report().path(section.name()), stored, language));
        return Stream.concat(figures, texts).flatMap(Optional::stream).toList();
    }

    private static Optional<DocumentDifference> figure(Cell cell, JsonNode read, Contents stored, Language language) {
        if (!read.isNumber() || !stored.figures().has(cell)) {
            return Optional.empty();
        }
        BigDecimal published = read.decimalValue();
        BigDecimal known = stored.figures().at(cell);
        return published.compareTo(known) == 0
                ? Optional.empty()
                : Optional.of(
                        new DocumentDifference(cell.pointer(), cell.place().in(language), published, known));
    }

    private static Optional<DocumentDifference> text(
            FormNode section, JsonNode read, Contents stored, Language language) {
        String known = stored.text(section);
        return !read.isTextual() || EqualText.areEqual(read.textValue(), known)
                ? Optional.empty()
                : Optional.of(new DocumentDifference(
                        section.pointer(),
                        section.place().in(language),
                        Excerpt.of(read.textValue(), MAX_TEXT),
                        Excerpt.of(known, MAX_TEXT)));
    }
}
