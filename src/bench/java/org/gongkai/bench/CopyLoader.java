package org.gongkai.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.gongkai.bench.BenchReports.Submittable;
import org.gongkai.bench.SampleRegistry.Office;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Copies accepted reports directly into the tables, for amounts of reports that take too long through the service. The
 * tables of figures are left to the command rebuild.
 */
final class CopyLoader {

    private static final String COPY = "copy copied from stdin";
    private static final String BEGIN = Resource.text("copy-begin.sql");
    private static final String END = Resource.text("copy-end.sql");

    private final Database database;

    CopyLoader(Database database) {
        this.database = database;
    }

    /** Copies all reports, year by year as in real use, the reports of a year over several connections. */
    void reports(Scale scale, Settings settings, List<Office> offices) {
        List<BenchReports> streams = Loader.split(offices, settings.streams())
                .map(part -> new BenchReports(settings.seed(), part))
                .toList();
        for (int year : scale.years()) {
            Duration took = Loader.runInParallel(streams.stream()
                    .<Runnable>map(stream -> () -> copy(stream.of(year)))
                    .toList());
            System.out.printf("  %d: %d reports in %.1f s%n", year, offices.size(), took.toMillis() / 1000.0);
        }
    }

    private void copy(Stream<Submittable> reports) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(BEGIN);
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
            Iterator<Submittable> items = reports.iterator();
            while (items.hasNext()) {
                byte[] row = row(items.next()).getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(row, 0, row.length);
            }
            copy.endCopy();
            statement.execute(END);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String row(Submittable item) {
        return String.join(
                        "\t",
                        item.agency(),
                        String.valueOf(item.year()),
                        item.json().replace("\\", "\\\\"),
                        hash(item.json()))
                + "\n";
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
