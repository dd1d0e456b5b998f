package org.gongkai.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gongkai.testing.PreparedHome;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests what happens when the server of the embedded database is killed. */
@Tag("thorough")
class ServerWatchTest {

    private static final Duration INTERVAL = Duration.ofMillis(50);

    @TempDir
    Path folder;

    private EmbeddedDatabase database;

    @BeforeEach
    void start() throws Exception {
        database = EmbeddedDatabase.start(PreparedHome.createAt(folder.resolve("home")));
    }

    @Test
    void startsAKilledServerOnTheSamePortAndData_untilTheServiceCloses() throws Exception {
        database.keepRunning(() -> {}, INTERVAL);
        String url = database.jdbcUrl();
        try (Connection open = connect();
                Statement statement = open.createStatement()) {
            statement.execute("create table kept as select 'kept' as what");
            ProcessHandle killed = kill();

            Until.is(() -> answers("select what from kept"));

            assertThat(database.jdbcUrl()).isEqualTo(url);
            assertThat(postmaster().pid()).isNotEqualTo(killed.pid());
        }

        database.stopWatching();
        ProcessHandle last = kill();
        database.close();

        assertThat(new ServerProcesses(database.home()).postmaster()).isEmpty();
        assertThat(Files.readAllLines(pidFile())).first().isEqualTo(String.valueOf(last.pid()));
    }

    @Test
    void reportsAServerThatDoesNotStayUp() throws Exception {
        CountDownLatch lost = new CountDownLatch(1);
        database.keepRunning(lost::countDown, INTERVAL);
        Files.move(control(), control().resolveSibling("moved"));
        kill();

        assertThat(lost.await(60, TimeUnit.SECONDS)).isTrue();
        database.close();
    }

    private ProcessHandle kill() throws Exception {
        ProcessHandle postmaster = postmaster();
        ServerProcesses processes = new ServerProcesses(database.home());
        assertThat(postmaster.destroyForcibly()).isTrue();
        Until.is(() -> !processes.isServer(postmaster));
        return postmaster;
    }

    private ProcessHandle postmaster() throws Exception {
        return new ServerProcesses(database.home()).postmaster().orElseThrow();
    }

    private Path pidFile() {
        return database.home().resolve("database/postmaster.pid");
    }

    private Path control() {
        return database.home().resolve("database/global/pg_control");
    }

    private boolean answers(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next();
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), EmbeddedDatabase.USER, database.password().value());
    }
}
