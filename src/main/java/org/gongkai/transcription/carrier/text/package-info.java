/** Reads plain text, Markdown and CSV. */
package org.gongkai.transcription.carrier.text;
