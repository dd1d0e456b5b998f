/**
 * Reads the statutory tables from the lines of a document: assigns printed rows to rows of the form and reads their
 * numbers.
 */
package org.gongkai.transcription.table;
