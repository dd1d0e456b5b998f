package org.gongkai.filing.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Cell;
import org.gongkai.form.FormNode;
import org.gongkai.report.Contents;
import org.gongkai.text.Language;

/**
 * What changed from one revision to another.
 *
 * @param since number of the revision that was
 * @param revision number of the revision that is
 * @param changes every figure and every text that differs, in the order of the form
 */
public record Changes(int since, int revision, List<Change> changes) {

    /**
     * One difference.
     *
     * @param pointer RFC 6901 JSON Pointer to the place
     * @param cell where it stands on paper, in the language asked for
     * @param before what was there: a number, or a text
     * @param after what is there
     * @param difference after minus before; absent for a text
     */
    public record Change(
            @Schema(examples = "/requests/newlyReceived/total")
            String pointer,

            String cell,
            Object before,
            Object after,
            @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal difference) {}

    /** The revisions must be of the same report, and so on the same form. */
    static List<Change> between(Contents before, Contents after, Language language) {
        return before.form().root().children().stream()
                .flatMap(section -> section.kind() == FormNode.Kind.TEXT
                        ? text(section, before, after, language).stream()
                        : figures(section, before, after, language))
                .toList();
    }

    private static Optional<Change> text(FormNode section, Contents before, Contents after, Language language) {
        String was = before.text(section);
        String is = after.text(section);
        return was.equals(is)
                ? Optional.empty()
                : Optional.of(new Change(section.pointer(), section.place().in(language), was, is, null));
    }

    private static Stream<Change> figures(FormNode section, Contents before, Contents after, Language language) {
        return before.form().figures().stream()
                .flatMap(figure -> figure.cells().stream())
                .filter(cell -> cell.pointer().startsWith(section.pointer() + "/"))
                .flatMap(cell -> number(cell, before, after, language).stream());
    }

    private static Optional<Change> number(Cell cell, Contents before, Contents after, Language language) {
        BigDecimal was = before.figures().at(cell);
        BigDecimal is = after.figures().at(cell);
        return was.compareTo(is) == 0
                ? Optional.empty()
                : Optional.of(new Change(cell.pointer(), cell.place().in(language), was, is, is.subtract(was)));
    }
}
