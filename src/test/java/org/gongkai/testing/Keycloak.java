package org.gongkai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * A Keycloak server with the realm of {@code src/test/resources/keycloak}. The Maven profile {@code keycloak} unpacks the
 * server.
 */
public final class Keycloak implements AutoCloseable {

    private static final Path UNPACKED = Path.of("target", "keycloak").toAbsolutePath();
    private static final Path REALM = Path.of("src/test/resources/keycloak/gongkai-realm.json");
    private static final String REALM_NAME = "gongkai";
    private static final String ADMIN = "admin";
    private static final String ADMIN_PASSWORD = "password-of-admin";
    private static final long START_SECONDS = 300;

    private final FileChannel turn;
    private final Process process;
    private final Path log;
    private final String url;

    private Keycloak(FileChannel turn, Process process, Path log, String url) {
        this.turn = turn;
        this.process = process;
        this.log = log;
        this.url = url;
    }

    /**
     * Starts a server with an empty database on a free port, and waits until the realm answers. Tests that run at the same time
     * take turns, because the server stores its data beside its programs.
     */
    public static Keycloak start() throws Exception {
        FileChannel turn =
                FileChannel.open(UNPACKED.resolve("turn"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        turn.lock();
        Path home = home();
        RealDatabase.delete(home.resolve("data"));
        Path imports = Files.createDirectories(home.resolve("data/import"));
        Files.copy(REALM, imports.resolve(REALM.getFileName()));
        int port = freePort();
        Path log = UNPACKED.resolve("keycloak.log");
        ProcessBuilder server = new ProcessBuilder(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=localhost",
                "--http-port=" + port);
        server.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD));
        server.redirectErrorStream(true).redirectOutput(log.toFile());
        Keycloak keycloak = new Keycloak(turn, server.start(), log, "http://localhost:" + port);
        keycloak.awaitRealm();
        return keycloak;
    }

    private static Path home() throws IOException {
        try (Stream<Path> folders = Files.list(UNPACKED)) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitRealm() throws Exception {
        try {
            Until.is(
                    () -> {
                        assertThat(process.isAlive()).isTrue();
                        return answers();
                    },
                    START_SECONDS);
        } catch (AssertionError notStarted) {
            close();
            throw new IllegalStateException("Keycloak does not start:\n" + Files.readString(log), notStarted);
        }
    }

    private boolean answers() {
        try {
            return request().get(issuer()).statusCode() == 200;
        } catch (Exception notListening) {
            return false;
        }
    }

    /** Returns the settings of the service for this provider. */
    public Map<String, String> settings() {
        return Map.of(
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                issuer() + "/protocol/openid-connect/certs",
                "MP_JWT_VERIFY_ISSUER",
                issuer(),
                "MP_JWT_VERIFY_AUDIENCES",
                REALM_NAME,
                "GONGKAI_LOGIN_ISSUER",
                issuer());
    }

    private String issuer() {
        return url + "/realms/" + REALM_NAME;
    }

    /** Returns an access token of a user of the realm for a client. */
    public String token(String client, String user) {
        return token(REALM_NAME, client, user, "password-of-" + user);
    }

    /** Returns an access token of another realm. */
    public String tokenOfAnotherRealm() {
        return token("master", "admin-cli", ADMIN, ADMIN_PASSWORD);
    }

    private String token(String realm, String client, String user, String password) {
        return request()
                .formParams(Map.of(
                        "grant_type", "password",
                        "client_id", client,
                        "username", user,
                        "password", password))
                .post(url + "/realms/" + realm + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** Returns the public key that verifies signatures. */
    public RsaJsonWebKey key() {
        String keys = request().get(issuer() + "/protocol/openid-connect/certs").asString();
        try {
            return new JsonWebKeySet(keys)
                    .getJsonWebKeys().stream()
                            .filter(key -> "sig".equals(key.getUse()))
                            .map(RsaJsonWebKey.class::cast)
                            .findFirst()
                            .orElseThrow();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds a key, with which the realm signs from now on. */
    public void rotate() {
        ServiceProcess.bearing(request(), tokenOfAnotherRealm())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name", "next",
                        "providerId", "rsa-generated",
                        "providerType", "org.keycloak.keys.KeyProvider",
                        "config", Map.of("priority", List.of("200"))))
                .post(url + "/admin/realms/" + REALM_NAME + "/components")
                .then()
                .statusCode(201);
    }

    private static RequestSpecification request() {
        return RestAssured.given().noFilters();
    }

    /** Stops the server, which the script runs as its child. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor(30, TimeUnit.SECONDS);
            turn.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
