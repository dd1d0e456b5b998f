package org.gongkai.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.text.Language;
import org.gongkai.text.Pointers;
import org.gongkai.transcription.place.Place;
import org.gongkai.transcription.table.Issue;
import org.gongkai.transcription.table.IssueKind;

/**
 * A remark about the reading of a document.
 *
 * @param pointer RFC 6901 JSON Pointer to the cell, row or section of {@code report}; empty for the document as a
 *     whole
 * @param kind the kind of issue. For information: {@code BLANK} (nothing is printed, so no number is stated; read as 0),
 *     {@code NONE} (a dash, a slash or 无; read as 0), {@code NOT_APPLICABLE} (不适用; read as 0), {@code ANNOTATED}
 *     (a note or unit was ignored), {@code CONVERTED} (yuan converted to CNY 10,000), {@code SPLIT} (numbers printed
 *     without a gap; exactly one separation fits), {@code LEFT_OUT} (text for which the form has no place). To be
 *     checked by a person: {@code GUESSED} (concluded, not printed), {@code REPEATED} (printed again with other
 *     numbers), {@code UNPLACED} (numbers in no row of the form), {@code OTHER_FORM} (tables of another form than the
 *     year's). Left out of the report: {@code AMBIGUOUS} (numbers printed without a gap; no separation or several
 *     separations fit), {@code UNREADABLE} (not a number), {@code MISSING} (not printed, or the agency is not registered). Stops a
 *     submission by the command line: {@code COMPETING} (several titles or years), {@code ANOTHER_REPORT} (a second
 *     report in the document)
 * @param detail the printed text and its interpretation, in the requested language
 * @param place the place of the printed text in the document; absent if nothing is printed there, or the issue is about the
 *     document as a whole
 */
@Schema(name = "ReadingIssue")
public record IssueView(
        @Schema(format = Pointers.FORMAT) String pointer,
        IssueKind kind,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) Place place) {

    static IssueView of(Issue issue, Language language) {
        return new IssueView(
                issue.pointer(),
                issue.kind(),
                issue.detail().in(language),
                issue.place().equals(Place.UNKNOWN) ? null : issue.place());
    }
}
