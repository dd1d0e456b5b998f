package org.gongkai.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/**
 * Settings that differ from the default. All tests of such settings share this profile, because each profile starts the
 * service again. The office decides on every submission, also on its own. Readers need a token, and log in at a provider. An atomic batch has
 * one second, and so has a body before its rate counts. The service signs tokens itself, with a key that
 * {@link TestIssuer#useKeyOfService} shows to its checks. A client has few requests, and little memory for bodies and for kept answers. Webhooks may be on this
 * machine, are called for one second, and again soon. Reminders are sent by mail to this machine, likewise. Roll-ups are read from a
 * replica: the same server, whose connections have the name {@link #REPLICA}.
 */
public class NonDefaultSettings implements QuarkusTestProfile {

    /** The application name of connections to the replica. */
    public static final String REPLICA = "replica";

    /** The provider at which readers of the pages log in. */
    public static final String LOGIN = "https://login.example:8443/realms/gongkai";

    /** The file with the key of the service. */
    public static final String SIGNING_KEY = "target/signing-key.jwk";
    /** The key that encrypts the secrets of webhooks. */
    private static final String WEBHOOK_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    /** The office under reminders. */
    public static final String SIGNATURE = "株洲市政务公开办公室（电话：0731-28680000）";

    /** Returns a port of this machine on which the tests of mails start a server. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("gongkai.review.mode", "manual"),
                Map.entry("gongkai.review.own-submissions", "true"),
                Map.entry("gongkai.security.public-read", "false"),
                Map.entry("gongkai.security.signing-key", SIGNING_KEY),
                Map.entry("gongkai.login.issuer", LOGIN),
                Map.entry("gongkai.batch.atomic-timeout", "1s"),
                Map.entry("gongkai.limits.body-grace", "1s"),
                Map.entry("gongkai.limits.bodies", "4M"),
                Map.entry("gongkai.limits.kept-answers", "1M"),
                Map.entry("gongkai.limits.request-rate", "20"),
                Map.entry("gongkai.limits.request-burst", "300"),
                Map.entry("gongkai.limits.concurrent-requests", "20"),
                Map.entry("gongkai.webhooks.allow-private-networks", "true"),
                Map.entry("gongkai.webhooks.timeout", "1s"),
                Map.entry("gongkai.webhooks.first-retry", "100ms"),
                Map.entry("gongkai.webhooks.max-retry", "400ms"),
                Map.entry("gongkai.webhooks.subscriptions", "3"),
                Map.entry("gongkai.webhooks.key", WEBHOOK_KEY),
                Map.entry("gongkai.reminders.mail", "true"),
                Map.entry("gongkai.reminders.mail-timeout", "1s"),
                Map.entry("gongkai.reminders.first-retry", "100ms"),
                Map.entry("gongkai.reminders.max-retry", "400ms"),
                Map.entry("gongkai.reminders.signature", SIGNATURE),
                Map.entry("quarkus.mailer.mock", "false"),
                Map.entry("quarkus.mailer.host", "127.0.0.1"),
                Map.entry("quarkus.mailer.port", String.valueOf(freePort())),
                Map.entry("quarkus.mailer.from", "株洲市政务公开办公室 <office@zhuzhou.example>"),
                Map.entry("quarkus.http.read-timeout", "1s"),
                Map.entry("quarkus.datasource.read.jdbc.url", "${quarkus.datasource.jdbc.url}"),
                Map.entry("quarkus.datasource.read.username", "${quarkus.datasource.username}"),
                Map.entry("quarkus.datasource.read.password", "${quarkus.datasource.password:}"),
                Map.entry("quarkus.datasource.read.jdbc.additional-jdbc-properties.ApplicationName", REPLICA));
    }
}
