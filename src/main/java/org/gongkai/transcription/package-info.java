/**
 * Extracts reports on the statutory form from published documents: web pages, word processor files and plain text. The
 * labels of tables, rows and columns come from the form and are not listed in this package.
 */
package org.gongkai.transcription;
