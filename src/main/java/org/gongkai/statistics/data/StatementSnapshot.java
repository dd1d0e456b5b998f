package org.gongkai.statistics.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The snapshot of the database that a statement has read: the table {@code state} in {@code source-tables.sql}.
 *
 * @param total the number of transactions that have changed the data, which all snapshots of one server are ordered by
 * @param name the text of the snapshot in PostgreSQL; empty on a standby, which does not name the open transactions
 */
public record StatementSnapshot(long total, Optional<String> name) {

    /** Reads the columns of the table {@code state}. */
    public static StatementSnapshot of(ResultSet row) throws SQLException {
        return new StatementSnapshot(row.getLong("total"), Optional.ofNullable(row.getString("snapshot")));
    }
}
