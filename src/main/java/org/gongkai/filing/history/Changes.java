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
import org.gongkai.text.Pointers;

/**
 * The changes from one revision to another.
 *
 * @param since number of the older revision
 * @param revision number of the newer revision
 * @param changes figures and texts that differ, in the order of the form
 */
public record Changes(
        @Schema(minimum = "1") int since,
        @Schema(minimum = "1") int revision,
        List<Change> changes) {

    /**
     * A figure or text that differs.
     *
     * @param pointer JSON Pointer (RFC 6901) to the cell or text
     * @param cell place in the printed form, in the requested language
     * @param before value in the older revision: a number or a text
     * @param after value in the newer revision
     * @param difference after minus before; absent for a text
     */
    public record Change(
            @Schema(format = Pointers.FORMAT, examples = "/requests/newlyReceived/total")
            String pointer,

            String cell,
            Object before,
            Object after,
            @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal difference) {}

    /** Compares two revisions of the same report, which have the same form. */
    public static List<Change> between(Contents before, Contents after, Language language) {
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
