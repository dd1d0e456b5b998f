/** The parts of a document of any type: paragraphs, tables, lines and sections. */
package org.gongkai.transcription.page;
