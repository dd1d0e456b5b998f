/** Reads web pages, alone or inside a message. */
package org.gongkai.transcription.carrier.html;
