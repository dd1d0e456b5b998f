package org.gongkai.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gongkai.testing.RealDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets into the embedded database, and what becomes of its data. */
class EmbeddedDatabaseTest {

    private static final String WRONG_PASSWORD = "28P01";
    private static final String NO_PASSWORD = "08004";

    /** One for all, as unpacking the programs takes longest. */
    @TempDir
    static Path home;

    @BeforeEach
    void beginWithTheProgramsOnly() throws IOException {
        RealDatabase.delete(home.resolve("database"));
        Files.deleteIfExists(passwordFile());
        Files.deleteIfExists(home.resolve("postgresql.log"));
    }

    @Test
    void asksForThePassword_andListensOnTheMachineItselfOnly() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            assertOnlyThePasswordOpens(database);

            assertThat(ask(database, "show listen_addresses")).isEqualTo("localhost");
            assertThat(ask(database, "show unix_socket_directories")).isEmpty();
            assertThat(ask(database, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThat(database.jdbcUrl()).doesNotContain(password(database));
        }
        assertThat(log()).doesNotContain(Files.readString(passwordFile()));
    }

    @Test
    void keepsThePasswordWhereOnlyItsOwnerCanReadIt() throws Exception {
        assumeThat(home.getFileSystem().supportedFileAttributeViews()).contains("posix");

        EmbeddedDatabase.start(home).close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwordFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsDataAndPasswordOverARestart() throws Exception {
        String before;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            execute(database, "create table kept as select 'kept' as what");
            before = password(database);
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            assertThat(password(database)).isEqualTo(before);
            assertThat(ask(database, "select what from kept")).isEqualTo("kept");
            assertOnlyThePasswordOpens(database);
        }
    }

    @Test
    void convertsDataOfAVersionThatTrustedEverybody() throws Exception {
        try (EmbeddedPostgres trusting = trusting();
                Connection connection = trusting.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept as select 'kept' as what");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            assertOnlyThePasswordOpens(database);
            assertThat(ask(database, "select what from kept")).isEqualTo("kept");
        }
        assertThat(log()).doesNotContain(Files.readString(passwordFile()));
    }

    @Test
    void makesANewPassword_whenTheFileIsGone() throws Exception {
        String before;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            execute(database, "create table kept as select 'kept' as what");
            before = password(database);
        }
        Files.delete(passwordFile());
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            assertThat(password(database)).isNotEqualTo(before);
            assertThatRefused(() -> connect(database, before).close(), WRONG_PASSWORD);
            assertThat(ask(database, "select what from kept")).isEqualTo("kept");
        }
    }

    @Test
    void putsTheRulesBack_whenTheyWereOpened() throws Exception {
        EmbeddedDatabase.start(home).close();
        Files.writeString(home.resolve("database/pg_hba.conf"), "host all all all trust\n");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            assertOnlyThePasswordOpens(database);
        }
    }

    @Test
    void saysWhichFileHoldsNoPassword() throws Exception {
        Files.writeString(passwordFile(), "secret");

        assertThatThrownBy(() -> EmbeddedDatabase.start(home))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(passwordFile().toString())
                .hasMessageContaining("delete it");

        Files.delete(passwordFile());
        EmbeddedDatabase.start(home).close();
    }

    @Test
    void saysWhichFileHoldsTheWrongPassword_andLeavesNoServerBehind() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            execute(database, "alter role postgres password 'another'");
        }

        assertThatThrownBy(() -> EmbeddedDatabase.start(home, Duration.ofSeconds(10)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(passwordFile().toString())
                .hasMessageContaining("delete the file");
        assertThat(home.resolve("database/postmaster.pid")).doesNotExist();
    }

    private static void assertOnlyThePasswordOpens(EmbeddedDatabase database) throws SQLException {
        assertThatRefused(() -> connect(database, null).close(), NO_PASSWORD);
        assertThatRefused(() -> connect(database, "wrong").close(), WRONG_PASSWORD);
        assertThat(ask(database, "select current_user")).isEqualTo("postgres");
    }

    private static void assertThatRefused(ThrowingCallable connecting, String state) {
        assertThatThrownBy(connecting).isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                .isEqualTo(state));
    }

    /** As earlier versions started it. */
    private static EmbeddedPostgres trusting() throws IOException {
        Redirect log = Redirect.appendTo(home.resolve("postgresql.log").toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("database"))
                .setPgBinaryResolver(new DatabasePrograms(home.resolve("server")))
                .setOverrideWorkingDirectory(home.resolve("server").toFile())
                .setCleanDataDirectory(false)
                .setLocaleConfig("locale", "C")
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .start();
    }

    private static Connection connect(EmbeddedDatabase database, String password) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), EmbeddedDatabase.USER, password);
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database, password(database));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database, password(database));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String password(EmbeddedDatabase database) {
        return database.password().value();
    }

    private static Path passwordFile() {
        return home.resolve("database.password");
    }

    private static String log() throws IOException {
        return Files.readString(home.resolve("postgresql.log"));
    }
}
