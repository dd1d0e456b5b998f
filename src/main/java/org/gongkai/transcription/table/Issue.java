package org.gongkai.transcription.table;

import org.gongkai.text.Text;

/**
 * An issue of the extraction of a report from a document.
 *
 * @param pointer RFC 6901 JSON Pointer to the cell, row or section; empty for the document as a whole
 * @param kind the kind of the issue
 * @param detail the printed text and its interpretation
 */
public record Issue(String pointer, IssueKind kind, Text detail) {}
