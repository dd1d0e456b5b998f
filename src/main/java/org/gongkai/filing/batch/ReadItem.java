package org.gongkai.filing.batch;

import java.util.Optional;
import org.gongkai.filing.submission.ValidatedReport;

/**
 * An item of a batch that has been read.
 *
 * @param line its place in the batch, from 1
 * @param agency code of the agency; {@code null} where it could not be read
 * @param year the report year; {@code null} where it could not be read
 * @param size its length in bytes
 * @param submission what it hands in; empty where that could not be read
 * @param refused why it could not
 */
record ReadItem(
        long line,
        String agency,
        Integer year,
        int size,
        Optional<ValidatedReport> submission,
        Optional<RuntimeException> refused) {}
