package org.gongkai.transcription.page;

import java.util.List;

/**
 * A document of any type after parsing.
 *
 * @param titles the titles outside its text, the most reliable first
 * @param sections its text by sections, from top to bottom
 */
public record ParsedDocument(List<String> titles, Sections sections) {}
