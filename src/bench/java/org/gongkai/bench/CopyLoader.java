package org.gongkai.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;
import org.gongkai.bench.BenchReports.Submittable;
import org.gongkai.bench.SampleRegistry.Office;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Copies accepted revisions directly into the tables, for amounts of reports that take too long through the service.
 * The data that are derived from revisions are left to a command (BENCH_REBUILD).
 */
final class CopyLoader {

    private static final String FILINGS = "copy filing (agency, year, revision, first_submitted_at) from stdin";
    private static final String REVISIONS =
            "copy revision (agency, year, revision, status, content, content_hash, submitted_at, submitted_by, decided_at,"
                    + " decided_by) from stdin";

    private final Postgres postgres;
    private final String database;

    CopyLoader(Postgres postgres, String database) {
        this.postgres = postgres;
        this.database = database;
    }

    void reports(Scale scale, Settings settings, List<Office> offices) {
        BenchReports reports = new BenchReports(settings.seed(), offices);
        for (int year : scale.years()) {
            try (Connection connection = postgres.connect(database)) {
                connection.setAutoCommit(false);
                copy(connection, year, offices, reports);
                connection.commit();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            System.out.printf("  %d: %d reports%n", year, offices.size());
        }
    }

    private static void copy(Connection connection, int year, List<Office> offices, BenchReports reports)
            throws SQLException {
        // The referenced rows exist, and one change of the data version is enough for all rows.
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local session_replication_role = replica");
            statement.execute("update data_version set changes = changes + 1 where slot = 0");
            statement.execute("insert into data_change (at, changes) values (clock_timestamp(), 1)");
        }
        String submitted = (year + 1) + "-01-20 08:00:00+00";
        copy(
                connection,
                FILINGS,
                offices.stream()
                        .map(office -> String.join("\t", office.code(), String.valueOf(year), "1", submitted))
                        .iterator());
        copy(
                connection,
                REVISIONS,
                reports.of(year).map(item -> revision(item, submitted)).iterator());
    }

    private static void copy(Connection connection, String table, Iterator<String> rows) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table);
        while (rows.hasNext()) {
            byte[] row = (rows.next() + "\n").getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(row, 0, row.length);
        }
        copy.endCopy();
    }

    private static String revision(Submittable item, String at) {
        String content = item.json().replace("\\", "\\\\");
        return String.join(
                "\t",
                item.agency(),
                String.valueOf(item.year()),
                "1",
                "ACCEPTED",
                content,
                hash(item.json()),
                at,
                "bench",
                at,
                "system");
    }

    /** Returns the content hash like the service does: SHA-256 over the canonical form. */
    private static String hash(String json) {
        try {
            byte[] canonical = new JsonCanonicalizer(json).getEncodedUTF8();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
