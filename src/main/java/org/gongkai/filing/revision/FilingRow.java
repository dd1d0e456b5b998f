package org.gongkai.filing.revision;

import java.time.Instant;

/**
 * A report as a row of table {@code filing}; {@link Filing} is the entity for reading.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param revision number of the newest revision
 * @param firstSubmittedAt time at which the first revision was received; lateness is judged by it
 */
public record FilingRow(String agency, short year, int revision, Instant firstSubmittedAt) {}
