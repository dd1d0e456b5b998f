package org.gongkai.testing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Every documented setting with a value that is not its default, for two starts of the service: settings of the embedded
 * database and the local issuer exclude those of a server and an identity provider.
 */
public final class EverySetting {

    /** The lifetime of tokens of the local issuer, in hours. */
    public static final int TOKEN_HOURS = 5;

    /** The site whose pages may call the service. */
    public static final String SITE = "https://dashboard.example";

    /** The provider at which readers of the pages log in. */
    public static final String LOGIN = "https://login.example/realms/office";

    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("gongkai.batch.atomic-timeout", "2m"),
            Map.entry("gongkai.explanations.min-length", "6"),
            Map.entry("gongkai.limits.address", "8K"),
            Map.entry("gongkai.limits.answers", "40M"),
            Map.entry("gongkai.limits.batch-rate", "128"),
            Map.entry("gongkai.limits.batches", "8"),
            Map.entry("gongkai.limits.bodies", "40M"),
            Map.entry("gongkai.limits.body", "1M"),
            Map.entry("gongkai.limits.body-grace", "15s"),
            Map.entry("gongkai.limits.body-rate", "2K"),
            Map.entry("gongkai.limits.concurrent-requests", "50"),
            Map.entry("gongkai.limits.document", "3M"),
            Map.entry("gongkai.limits.documents", "2"),
            Map.entry("gongkai.limits.exports", "1"),
            Map.entry("gongkai.limits.fair-use", "false"),
            Map.entry("gongkai.limits.headers", "12K"),
            Map.entry("gongkai.limits.kept-answers", "1M"),
            Map.entry("gongkai.limits.large-queries", "2"),
            Map.entry("gongkai.limits.max-wait", "10s"),
            Map.entry("gongkai.limits.pipelined", "16"),
            Map.entry("gongkai.limits.queries", "3"),
            Map.entry("gongkai.limits.query-cost", "1000000"),
            Map.entry("gongkai.limits.read-stall", "20s"),
            Map.entry("gongkai.limits.request-burst", "900"),
            Map.entry("gongkai.limits.request-rate", "500"),
            Map.entry("gongkai.limits.spool", "100M"),
            Map.entry("gongkai.limits.unpacked", "64M"),
            Map.entry("gongkai.reminders.first-retry", "2m"),
            Map.entry("gongkai.reminders.give-up", "1d"),
            Map.entry("gongkai.reminders.mail", "true"),
            Map.entry("gongkai.reminders.mail-timeout", "20s"),
            Map.entry("gongkai.reminders.max-retry", "30m"),
            Map.entry("gongkai.reminders.schedule", "09:00,15:00"),
            Map.entry("gongkai.reminders.signature", "株洲市政务公开办公室"),
            Map.entry("gongkai.reminders.steps", "-7,1"),
            Map.entry("gongkai.review.mode", "manual"),
            Map.entry("gongkai.review.own-submissions", "true"),
            Map.entry("gongkai.sandbox.keep", "7d"),
            Map.entry("gongkai.sandbox.max-revisions", "100"),
            Map.entry("gongkai.sandbox.max-size", "8M"),
            Map.entry("gongkai.security.public-read", "false"),
            Map.entry("gongkai.statistics.cache", "0"),
            Map.entry("gongkai.stop-with-parent", "true"),
            Map.entry("gongkai.webhooks.allow-private-networks", "true"),
            Map.entry("gongkai.webhooks.concurrent", "8"),
            Map.entry("gongkai.webhooks.disable-after", "2d"),
            Map.entry("gongkai.webhooks.first-retry", "2s"),
            Map.entry("gongkai.webhooks.key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="),
            Map.entry("gongkai.webhooks.max-retry", "10m"),
            Map.entry("gongkai.webhooks.subscriptions", "3"),
            Map.entry("gongkai.webhooks.timeout", "5s"),
            Map.entry("quarkus.mailer.from", "office@zhuzhou.example"),
            Map.entry("quarkus.mailer.host", "127.0.0.1"),
            Map.entry("quarkus.mailer.port", "587"),
            Map.entry("quarkus.mailer.start-tls", "REQUIRED"),
            Map.entry("quarkus.datasource.jdbc.acquisition-timeout", "3"),
            Map.entry("quarkus.datasource.jdbc.max-size", "4"),
            Map.entry("quarkus.http.access-log.enabled", "true"),
            Map.entry("quarkus.http.cors.enabled", "true"),
            Map.entry("quarkus.http.cors.origins", SITE),
            Map.entry("quarkus.http.host", "127.0.0.1"),
            Map.entry("quarkus.http.limits.max-body-size", "100M"),
            Map.entry("quarkus.http.limits.max-connections", "2000"),
            Map.entry("quarkus.http.port", "0"),
            Map.entry("quarkus.http.proxy.proxy-address-forwarding", "true"),
            Map.entry("quarkus.http.read-timeout", "20s"),
            Map.entry("quarkus.log.console.json.enabled", "true"),
            Map.entry("quarkus.shutdown.delay", "100ms"),
            Map.entry("quarkus.shutdown.timeout", "20"));

    private EverySetting() {}

    /**
     * Returns the settings of a start with the embedded database, the demonstration set, the local issuer and traces.
     *
     * @param folder a folder for the home of the service and for its key
     */
    public static Map<String, String> embedded(Path folder) {
        Map<String, String> settings = new HashMap<>(COMMON);
        settings.put("gongkai.home", folder.resolve("home").toString());
        settings.put(
                "gongkai.security.signing-key", folder.resolve("keys/key.jwk").toString());
        settings.put("gongkai.security.token-lifetime", TOKEN_HOURS + "h");
        settings.put("mp.jwt.verify.audiences", "office");
        settings.put("mp.jwt.verify.issuer", "office");
        settings.put("quarkus.otel.exporter.otlp.endpoint", "http://localhost:9");
        settings.put("OTEL_EXPORTER_OTLP_HEADERS", "tenant=office");
        settings.put("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        settings.put("OTEL_RESOURCE_ATTRIBUTES", "city=office");
        settings.put("OTEL_SERVICE_NAME", "office");
        settings.put("OTEL_TRACES_SAMPLER_ARG", "0.05");
        return settings;
    }

    /**
     * Returns the settings of a start with a server and an identity provider, on a schema that is up to date.
     *
     * @param url URL of the database
     * @param user user of the database, which reads roll-ups as well
     * @param password password of the user
     * @param provider settings of the identity provider
     */
    public static Map<String, String> server(String url, String user, String password, Map<String, String> provider) {
        Map<String, String> settings = new HashMap<>(COMMON);
        settings.putAll(provider);
        settings.put("gongkai.database.wait", "20s");
        settings.put("gongkai.demo", "false");
        settings.put("gongkai.login.client-id", "office-pages");
        settings.put("gongkai.login.issuer", LOGIN);
        settings.put("gongkai.login.scope", "openid");
        settings.put("quarkus.datasource.jdbc.url", url);
        settings.put("quarkus.datasource.username", user);
        settings.put("quarkus.datasource.password", password);
        settings.put("quarkus.datasource.read.jdbc.max-size", "4");
        settings.put("quarkus.datasource.read.jdbc.url", url);
        settings.put("quarkus.datasource.read.username", user);
        settings.put("quarkus.datasource.read.password", password);
        settings.put("quarkus.flyway.migrate-at-start", "false");
        settings.put("quarkus.flyway.validate-at-start", "true");
        settings.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:9");
        settings.put("QUARKUS_OTEL_SDK_DISABLED", "true");
        return settings;
    }

    /** Returns the environment variable of a setting. */
    public static String variable(String setting) {
        return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
