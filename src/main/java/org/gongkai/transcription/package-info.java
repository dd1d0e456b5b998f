/**
 * Reads published reports: pages of websites, word processor files and plain text in, what they say on the statutory form out.
 * Labels of tables, rows and columns come from the form; nothing here lists them.
 */
package org.gongkai.transcription;
