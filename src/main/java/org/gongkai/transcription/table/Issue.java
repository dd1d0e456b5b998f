package org.gongkai.transcription.table;

import org.gongkai.text.Text;
import org.gongkai.transcription.place.Place;

/**
 * An issue of the extraction of a report from a document.
 *
 * @param pointer RFC 6901 JSON Pointer to the cell, row or section; empty for the document as a whole
 * @param kind the kind of the issue
 * @param detail the printed text and its interpretation
 * @param place the place of the printed text; unknown if nothing is printed, or the issue is about the whole document
 */
public record Issue(String pointer, IssueKind kind, Text detail, Place place) {

    /** Creates an issue about nothing that is printed at one place. */
    public Issue(String pointer, IssueKind kind, Text detail) {
        this(pointer, kind, detail, Place.UNKNOWN);
    }
}
