package org.gongkai.transcription.page;

import java.util.List;

/**
 * A document in the one shape that all kinds are brought into.
 *
 * @param titles what it names itself outside of its text, the most reliable first
 * @param sections its text from top to bottom, by sections
 */
public record ParsedDocument(List<String> titles, Sections sections) {}
