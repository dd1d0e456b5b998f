/** Reads PDF files as paragraphs and tables: what a reader sees on the pages, and where it stands. */
package org.gongkai.transcription.carrier.pdf;
