/** Parses published documents into lines and sections: HTML, DOCX and plain text. */
package org.gongkai.transcription.page;
