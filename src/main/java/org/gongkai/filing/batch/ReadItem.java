package org.gongkai.filing.batch;

import org.gongkai.filing.submission.ValidatedReport;

/**
 * An item of a batch that has been read and validated.
 *
 * @param line number of its line in the batch or, in an array, its position, from 1
 * @param agency code of the agency; {@code null} where it could not be read
 * @param year the report year; {@code null} where it could not be read
 * @param size length in bytes
 * @param report the validated report; invalid where the item could not be read
 */
record ReadItem(long line, String agency, Integer year, int size, ValidatedReport report) {

    ReadItem with(ValidatedReport other) {
        return new ReadItem(line, agency, year, size, other);
    }
}
