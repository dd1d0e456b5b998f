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

    /** The condition when all report years are looked into. */
    public static final String ANY_YEAR = "is not null";

    /** The condition when several report years count. */
    public static final String SEVERAL_YEARS = "= any(:'yearList')";

    /**
     * The condition when a single report year counts. The database knows how much it selects: the plan made for one value
     * serves for all.
     */
    public static final String ONE_YEAR = "= :'year'";

    public static SourceTables of(Optional<Instant> asOf, Basis basis, String years) {
        return new SourceTables(asOf.isPresent(), basis == Basis.SUBMITTED, years);
    }
}
