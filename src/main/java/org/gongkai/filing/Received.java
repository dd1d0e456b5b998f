package org.gongkai.filing;

import java.util.Optional;

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
record Received(
        long line,
        String agency,
        Integer year,
        int size,
        Optional<Prepared> submission,
        Optional<RuntimeException> refused) {}
