package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.gongkai.testing.Tool;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A full disk of the database: stored reports can be read, and a client that submits is asked to try again later. */
@Tag("thorough")
@Timeout(300)
class PackagedFullDiskIT {

    private static final String DISK_FULL = "53100";
    private static final String ROLL_UP = "/api/v1/statistics?figure=requests.newlyReceived";

    @TempDir
    Path folder;

    @Test
    void servesReadsOnAFullDisk_andAcceptsReportsAgainWithSpace() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        String mount = "mount -t tmpfs -o size=64m tmpfs '" + disk + "'";
        assumeTrue(
                Tool.works("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount),
                "A disk that is soon full needs the right to mount one in a namespace of one's own");
        KillableDatabase database =
                KillableDatabase.create(folder.resolve("server")).start(mount + " &&");
        moveTo(disk, database);
        // The server needs disk space for a new connection.
        try (FaultInjectedService setup = new FaultInjectedService(folder, database);
                Connection connection = database.connection()) {
            fill(database);
            while (setup.clients().refusals() == 0) {
                useUpFreePages(setup, connection);
            }
            setup.checkConsistency();
        }
    }

    /** Submits until the free pages of the tables are used up as well, and then until there is space again. */
    private static void useUpFreePages(FaultInjectedService setup, Connection connection) throws Exception {
        int all = setup.clients().receipts().size() + setup.clients().reports();
        setup.runWithFault(() -> {
            Until.is(() ->
                    setup.clients().refusals() > 0 || setup.clients().receipts().size() == all);
            if (setup.clients().refusals() > 0) {
                Until.is(() -> setup.service().request().get(ROLL_UP).statusCode() == 200);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("drop table filler");
                }
            }
        });
    }

    /** Moves the tables to the small disk, but not the write-ahead log: without a log no server runs. */
    private static void moveTo(Path disk, KillableDatabase database) throws SQLException {
        try (Connection connection = database.connection("template1");
                Statement statement = connection.createStatement()) {
            statement.execute("create tablespace small location '" + disk + "'");
            statement.execute("alter database postgres set tablespace small");
        }
    }

    /** Fills the disk to the last page. */
    private static void fill(KillableDatabase database) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table filler (page text)");
            statement.execute("alter table filler alter page set storage plain");
            assertThatThrownBy(() -> {
                        while (true) {
                            statement.execute("insert into filler values (repeat('x', 7000))");
                        }
                    })
                    .isInstanceOfSatisfying(SQLException.class, full -> assertThat(full.getSQLState())
                            .isEqualTo(DISK_FULL));
        }
    }
}
