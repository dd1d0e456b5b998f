package org.gongkai.filing.batch;

import org.gongkai.filing.submission.ValidatedReport;

/**
 * An item of a batch that has been read and validated.
 *
 * @param line position in the batch, from 1
 * @param agency code of the agency; {@code null} where it could not be read
 * @param year the report year; {@code null} where it could not be read
 * @param size length in bytes
 * @param report the validated report; invalid where the item could not be read
 */
record ReadItem(long line, String agency, Integer year, int size, ValidatedReport report) {}
