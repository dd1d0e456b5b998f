package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service while the disk of its database is full: a small one of its own, which the test fills and empties again. */
@Timeout(300)
class PackagedFullDiskIT {

    private static final String DISK_FULL = "53100";

    @TempDir
    Path folder;

    @Test
    void saysThatItIsNotAvailable_untilThereIsRoom() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        String mount = "mount -t tmpfs -o size=64m,mode=777 tmpfs " + disk;
        assumeTrue(
                Tool.works("unshare", "--user", "--map-root-user", "--mount", "sh", "-c", mount),
                "A small disk needs Linux with user namespaces, in which anybody may mount one");
        KillableDatabase database =
                KillableDatabase.create(folder.resolve("server")).start(mount + ";");
        moveTo(disk, database);
        try (StormyService world = new StormyService(folder, database)) {
            database.execute("create table ballast (content text) with (autovacuum_enabled = false)");

            world.blow(() -> {
                assertThatThrownBy(() -> database.execute(
                                "insert into ballast select md5(n::text) from generate_series(1, 3000000) n"))
                        .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
                        .returns(DISK_FULL, SQLException::getSQLState);
                int before = world.storm().refusals();
                Until.is(() -> world.storm().refusals() > before);
                database.execute("drop table ballast");
            });

            world.ledgersAgree();
        }
    }

    /** Only the data: that nothing can be written to its log any more ends the server, which is another fault. */
    private static void moveTo(Path disk, KillableDatabase database) throws SQLException {
        try (Connection connection = database.connection("template1");
                Statement statement = connection.createStatement()) {
            statement.execute("create tablespace small location '" + disk + "'");
            statement.execute("alter database postgres set tablespace small");
        }
    }
}
