package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.gongkai.platform.embedded.EmbeddedDatabase;
import org.gongkai.testing.PreparedHome;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wait for a configured server before the service starts. */
class DatabaseWaitTest {

    private static final String WRONG = "not-the-password";

    @TempDir
    static Path folder;

    private static EmbeddedDatabase database;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeAll
    static void start() throws IOException {
        database = EmbeddedDatabase.start(PreparedHome.createAt(folder.resolve("home")));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void goesOnWithoutALineWhenTheServerAnswers() throws Exception {
        await(settings(database.jdbcUrl()));

        assertThat(log()).isEmpty();
    }

    @Test
    void takesUserAndPasswordFromTheUrl() throws Exception {
        String credentials = "?user=" + EmbeddedDatabase.USER + "&password="
                + database.password().value();

        await(Map.of(Launcher.URL, database.jdbcUrl() + credentials, DatabaseWait.LIMIT, "0"));

        assertThat(log()).isEmpty();
    }

    /** A server that starts up is first not there, then refuses connections with the state 57P03. */
    @Test
    void waitsForAServerThatStarts_withOneLine() throws Exception {
        int port = freePort();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
            try {
                await(settings("jdbc:postgresql://localhost:" + port + "/postgres"));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        Until.is(() -> log().contains("Waiting"));

        try (ServerSocket starting = new ServerSocket(port, 50, InetAddress.getLoopbackAddress())) {
            refuseOne(starting);
            refuseOne(starting);
            try (Socket client = starting.accept();
                    Socket server = new Socket("localhost", port(database))) {
                CompletableFuture.runAsync(() -> copy(client, server));
                CompletableFuture.runAsync(() -> copy(server, client));
                waiting.get(30, TimeUnit.SECONDS);
            }
        }

        assertThat(log().lines())
                .singleElement()
                .asString()
                .contains("jdbc:postgresql://localhost:" + port + "/postgres", DatabaseWait.LIMIT, "30s", "refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1s"})
    void endsWithTheReasonWhenTheServerStaysAway(String limit) throws Exception {
        Map<String, String> settings = settings("jdbc:postgresql://localhost:" + freePort() + "/postgres");
        settings.put(DatabaseWait.LIMIT, limit);

        assertThatThrownBy(() -> await(settings))
                .isInstanceOf(IOException.class)
                .message()
                .contains("refused", DatabaseWait.LIMIT, limit, Launcher.URL)
                .doesNotContain("\n", settings.get(Launcher.PASSWORD));
        assertThat(log().lines()).hasSize(limit.equals("0") ? 0 : 1);
    }

    @Test
    void endsWithTheReasonWhenTheHostIsUnknown() {
        Map<String, String> settings = settings("jdbc:postgresql://database.invalid/gongkai?password=" + WRONG);
        settings.put(DatabaseWait.LIMIT, "0");

        assertThatThrownBy(() -> await(settings))
                .message()
                .contains("jdbc:postgresql://database.invalid/gongkai ", "UnknownHostException: database.invalid")
                .doesNotContain(WRONG);
    }

    @ParameterizedTest
    @CsvSource({
        "/postgres, gongkai, not-the-password, password authentication failed, quarkus.datasource.password",
        "/postgres, other_role, not-the-password, password authentication failed, quarkus.datasource.username",
        "/postgres, gongkai, , no password was provided, quarkus.datasource.password",
        "/other_database, gongkai, right, database \"other_database\" does not exist, quarkus.datasource.jdbc.url",
        "/postgres?user=gongkai&password=not-the-password, gongkai, right, password authentication failed, quarkus.datasource.jdbc.url",
        "/postgres?sslmode=require, gongkai, right, SSL, quarkus.datasource.jdbc.url"
    })
    void endsAtOnceWithOneLine(String path, String user, String password, String reason, String setting) {
        Map<String, String> settings = settings(database.jdbcUrl().replace("/postgres", path));
        settings.put(Launcher.USER, user);
        if (password == null) {
            settings.remove(Launcher.PASSWORD);
        } else if (password.equals(WRONG)) {
            settings.put(Launcher.PASSWORD, password);
        }

        assertThatThrownBy(() -> await(settings))
                .isInstanceOf(IOException.class)
                .message()
                .contains(reason, setting)
                .doesNotContain("\n", "Routine", WRONG, database.password().value());
        assertThat(log()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quarkus.datasource.jdbc.additional-jdbc-properties.sslmode",
                "QUARKUS_DATASOURCE_JDBC_ADDITIONAL_JDBC_PROPERTIES_SSLMODE"
            })
    void usesThePropertiesOfTheConnectionPool(String setting) {
        Map<String, String> settings = settings(database.jdbcUrl());
        Config config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "operator", 100))
                .withSources(new EnvConfigSource(Map.of(setting, "require"), 300))
                .build();

        assertThatThrownBy(() -> DatabaseWait.of(config, System.err))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("SSL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1s"})
    void refusesALimitThatIsNoDuration(String limit) {
        Map<String, String> settings = settings(database.jdbcUrl());
        settings.put(DatabaseWait.LIMIT, limit);

        assertThatThrownBy(() -> await(settings))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(DatabaseWait.LIMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:oracle:thin:@database.example",
                "jdbc:postgresql://localhost:port/gongkai?password=not-the-password",
                "jdbc:postgresql://localhost:65536/gongkai?password=not-the-password"
            })
    void refusesAnotherUrl_withoutItsParameters(String url) {
        assertThatThrownBy(() -> await(settings(url)))
                .isInstanceOf(IOException.class)
                .message()
                .contains(Launcher.URL, "not a URL of PostgreSQL")
                .doesNotContain(WRONG);
    }

    @Test
    void leavesCredentialsOfAProviderToTheFramework() throws IOException {
        await(Map.of(Launcher.URL, database.jdbcUrl(), "quarkus.datasource.credentials-provider", "vault"));

        assertThat(log()).isEmpty();
    }

    private void await(Map<String, String> settings) throws IOException {
        DatabaseWait.of(config(settings), new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    private String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, String> settings(String url) {
        Map<String, String> settings = new HashMap<>();
        settings.put(Launcher.URL, url);
        settings.put(Launcher.USER, EmbeddedDatabase.USER);
        settings.put(Launcher.PASSWORD, database.password().value());
        settings.put(DatabaseWait.LIMIT, "30s");
        return settings;
    }

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(settings, "operator", 100))
                .build();
    }

    /** Answers the request for TLS and the start of a session as a server does that is starting up. */
    private static void refuseOne(ServerSocket server) throws IOException {
        try (Socket client = server.accept()) {
            client.getInputStream().readNBytes(8);
            client.getOutputStream().write('N');
            client.getInputStream().read(new byte[1 << 12]);
            byte[] fields =
                    "SFATAL\0C57P03\0Mthe database system is starting up\0\0".getBytes(StandardCharsets.US_ASCII);
            client.getOutputStream().write(new byte[] {'E', 0, 0, 0, (byte) (fields.length + 4)});
            client.getOutputStream().write(fields);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // The test has ended the connection.
        }
    }

    private static int port(EmbeddedDatabase database) {
        return Integer.parseInt(database.jdbcUrl().replaceAll(".*:([0-9]+)/.*", "$1"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
