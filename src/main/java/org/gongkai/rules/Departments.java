package org.gongkai.rules;

import org.gongkai.report.Contents;

/**
 * The departments of a government for a report year.
 *
 * @param sum the sum of their reports in force, on the form of the year
 * @param reports the number of reports in the sum
 * @param expected the number of reports that the sum should have, by the roster; the same as {@code reports} if the year was
 *     not opened
 * @param complete whether the year was opened, and every department on the roster has a report in force
 */
public record Departments(Contents sum, long reports, long expected, boolean complete) {}
