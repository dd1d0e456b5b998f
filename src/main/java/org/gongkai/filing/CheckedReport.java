package org.gongkai.filing;

import org.gongkai.report.Figures;
import org.gongkai.report.Form;

/**
 * A report that can be stored: it has the shape of its form, and its arithmetic holds.
 *
 * @param form the form it is written on
 * @param figures its numbers
 * @param json its content, written anew from what was understood
 * @param contentHash fingerprint of that content
 */
record CheckedReport(Form form, Figures figures, String json, String contentHash) {}
