package org.gongkai.statistics.data;

import java.time.Instant;
import java.util.Optional;

/**
 * The tables that statistics read, as they are or as they were at an instant: the choices in {@code source-tables.sql}.
 *
 * @param atInstant whether the tables are read as they were at the parameter {@code instant}
 * @param submitted whether the newest revision that is in force or waits counts, and not only the revision in force
 * @param years the report years that count, as the right side of a condition in SQL
 */
public record SourceTables(boolean atInstant, boolean submitted, String years) {

    /** The first part of each statement that reads these tables. */
    public static final String FILE = "/org/gongkai/statistics/data/source-tables.sql";

    public static SourceTables of(Optional<Instant> asOf, Basis basis, String years) {
        return new SourceTables(asOf.isPresent(), basis == Basis.SUBMITTED, years);
    }
}
