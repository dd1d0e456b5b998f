package org.gongkai.transcription.table;

import org.gongkai.text.Text;

/**
 * Something to know about how a document was read.
 *
 * @param pointer RFC 6901 JSON Pointer to the cell, row or section it is about; empty for the document as a whole
 * @param kind what it is
 * @param detail what is printed there, and what was made of it
 */
public record Issue(String pointer, IssueKind kind, Text detail) {}
