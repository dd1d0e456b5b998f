package org.gongkai.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * Settings that differ from the default. All tests of such settings share this profile, because each profile starts the
 * service again. The office decides on every submission. Readers need a token. An atomic batch has one second, and so has
 * a body before its rate counts. A client has few requests, and little memory for bodies. Roll-ups are read from a
 * replica: the same server, whose connections have the name {@link #REPLICA}.
 */
public class NonDefaultSettings implements QuarkusTestProfile {

    /** The application name of connections to the replica. */
    public static final String REPLICA = "replica";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("gongkai.review.mode", "manual"),
                Map.entry("gongkai.security.public-read", "false"),
                Map.entry("gongkai.batch.atomic-timeout", "1s"),
                Map.entry("gongkai.limits.body-grace", "1s"),
                Map.entry("gongkai.limits.bodies", "4M"),
                Map.entry("gongkai.limits.request-rate", "20"),
                Map.entry("gongkai.limits.request-burst", "300"),
                Map.entry("gongkai.limits.concurrent-requests", "20"),
                Map.entry("quarkus.http.read-timeout", "1s"),
                Map.entry("quarkus.datasource.read.jdbc.url", "${quarkus.datasource.jdbc.url}"),
                Map.entry("quarkus.datasource.read.username", "${quarkus.datasource.username}"),
                Map.entry("quarkus.datasource.read.password", "${quarkus.datasource.password:}"),
                Map.entry("quarkus.datasource.read.jdbc.additional-jdbc-properties.ApplicationName", REPLICA));
    }
}
