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
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gongkai.testing.RealDatabase;
import org.gongkai.testing.Superuser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the access to the embedded database and the safety of its data. */
class EmbeddedDatabaseTest {

    private static final String WRONG_PASSWORD = "28P01";
    private static final String NO_PASSWORD = "08004";

    /** A common folder for all tests, because unpacking the programs takes longest. */
    @TempDir
    static Path home;

    @BeforeEach
    void deleteAllButThePrograms() throws IOException {
        RealDatabase.delete(home.resolve("database"));
        Files.deleteIfExists(passwordFile());
        Files.deleteIfExists(superuserFile());
        Files.deleteIfExists(home.resolve("postgresql.log"));
    }

    @Test
    void requiresThePasswordAndListensOnLocalhostOnly() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            assertOnlyThePasswordConnects(database);

            assertThat(Superuser.query(database, "show listen_addresses")).isEqualTo("localhost");
            assertThat(Superuser.query(database, "show unix_socket_directories"))
                    .isEmpty();
            assertThat(Superuser.query(database, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThat(database.jdbcUrl()).doesNotContain(password(database));
        }
        assertThat(log()).doesNotContain(Files.readString(passwordFile()), Files.readString(superuserFile()));
    }

    @Test
    void storesThePasswordsForTheirOwnerOnly() throws Exception {
        assumeThat(home.getFileSystem().supportedFileAttributeViews()).contains("posix");

        EmbeddedDatabase.start(home).close();

        for (Path file : List.of(passwordFile(), superuserFile())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void keepsDataAndPasswordAcrossARestart() throws Exception {
        String before;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            execute(database, "create table kept as select 'kept' as what");
            before = password(database);
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            assertThat(password(database)).isEqualTo(before);
            assertThat(query(database, "select what from kept")).isEqualTo("kept");
            assertOnlyThePasswordConnects(database);
        }
    }

    @Test
    void protectsDataOfAVersionWithoutAPassword() throws Exception {
        try (EmbeddedPostgres server = startWithoutPassword();
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept as select 'kept' as what");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            assertOnlyThePasswordConnects(database);
            assertThat(query(database, "select what from kept")).isEqualTo("kept");
        }
        assertThat(log()).doesNotContain(Files.readString(passwordFile()), Files.readString(superuserFile()));
    }

    @Test
    void createsNewPasswordsIfTheFilesAreMissing() throws Exception {
        String before;
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            execute(database, "create table kept as select 'kept' as what");
            before = password(database);
        }
        Files.delete(passwordFile());
        Files.delete(superuserFile());
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            assertThat(password(database)).isNotEqualTo(before);
            assertThatRefused(() -> connect(database, before).close(), WRONG_PASSWORD);
            assertThat(query(database, "select what from kept")).isEqualTo("kept");
        }
    }

    @Test
    void restoresChangedAccessRules() throws Exception {
        EmbeddedDatabase.start(home).close();
        Files.writeString(home.resolve("database/pg_hba.conf"), "host all all all trust\n");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            assertOnlyThePasswordConnects(database);
        }
    }

    @Tag("thorough")
    @Test
    void namesTheFileWithoutAPassword() throws Exception {
        Files.writeString(passwordFile(), "secret");

        assertThatThrownBy(() -> EmbeddedDatabase.start(home))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(passwordFile().toString())
                .hasMessageContaining("delete it");

        Files.delete(passwordFile());
        EmbeddedDatabase.start(home).close();
    }

    @Tag("thorough")
    @Test
    void namesTheFileWithTheWrongPasswordAndStopsTheServer() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
            Superuser.execute(database, "alter role postgres password 'another'");
        }

        assertThatThrownBy(() -> EmbeddedDatabase.start(home, Duration.ofSeconds(5)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(superuserFile().toString())
                .hasMessageContaining("delete it");
        assertThat(home.resolve("database/postmaster.pid")).doesNotExist();
    }

    @Test
    void namesTheReasonIfTheHomeIsAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("home"), "");

        assertThatThrownBy(() -> EmbeddedDatabase.start(file))
                .isInstanceOf(IOException.class)
                .hasMessage("The folder " + file + " cannot be used (it is a file). Set gongkai.home to another one.");
    }

    private static void assertOnlyThePasswordConnects(EmbeddedDatabase database) throws SQLException {
        assertThatRefused(() -> connect(database, null).close(), NO_PASSWORD);
        assertThatRefused(() -> connect(database, "wrong").close(), WRONG_PASSWORD);
        assertThat(query(database, "select current_user")).isEqualTo("gongkai");
    }

    private static void assertThatRefused(ThrowingCallable connecting, String state) {
        assertThatThrownBy(connecting).isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                .isEqualTo(state));
    }

    /** Starts a server without a password, like earlier versions did. */
    private static EmbeddedPostgres startWithoutPassword() throws IOException {
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

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
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

    private static Path superuserFile() {
        return home.resolve("superuser.password");
    }

    private static String log() throws IOException {
        return Files.readString(home.resolve("postgresql.log"));
    }
}
