/** Reads workbooks: XLSX and XLS. */
package org.gongkai.transcription.carrier.sheet;
