package org.gongkai.intake;

import org.gongkai.text.Language;
import org.gongkai.transcription.table.Issue;
import org.gongkai.transcription.table.IssueKind;

/**
 * Something to know about how a document was read.
 *
 * @param pointer RFC 6901 JSON Pointer to the cell, row or section of {@code report} it is about; empty for the document as a whole
 * @param kind what it is. Plain remarks: {@code BLANK} (nothing is printed, read as 0), {@code ANNOTATED} (a note or unit was left
 *     out), {@code CONVERTED} (yuan to CNY 10,000), {@code SPLIT} (numbers without a gap, of which one separation fits),
 *     {@code LEFT_OUT} (text the form has no place for). To be looked at: {@code GUESSED} (concluded, not printed),
 *     {@code REPEATED} (printed again with other numbers), {@code UNPLACED} (numbers in no row of the form), {@code OTHER_FORM} (tables
 *     of another form than the year's). Left out of the report: {@code AMBIGUOUS} (numbers without a gap, of which no separation or several
 *     fit), {@code UNREADABLE} (no number), {@code MISSING} (not there)
 * @param detail what is printed there and what was made of it, in the language asked for
 */
public record IssueView(String pointer, IssueKind kind, String detail) {

    static IssueView of(Issue issue, Language language) {
        return new IssueView(issue.pointer(), issue.kind(), issue.detail().in(language));
    }
}
