/** Reads files of word processors: DOCX and DOC. */
package org.gongkai.transcription.carrier.word;
