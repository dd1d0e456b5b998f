/** Reads the statutory tables from the lines of a document: matches printed rows with rows of the form, and reads their numbers. */
package org.gongkai.transcription.table;
