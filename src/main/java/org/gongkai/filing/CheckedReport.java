package org.gongkai.filing;

import org.gongkai.report.Contents;

/**
 * A report that can be stored: it has the shape of its form, and its arithmetic holds.
 *
 * @param contents what it says
 * @param json its content, written anew from what was understood
 * @param contentHash fingerprint of that content
 */
record CheckedReport(Contents contents, String json, String contentHash) {}
