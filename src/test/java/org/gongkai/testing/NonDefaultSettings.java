package org.gongkai.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * Settings that differ from the default. All tests of such settings share this profile, because each profile starts the
 * service again. The office decides on every submission. Readers need a token. An atomic batch has one second, and so has a body that
 * has stopped to arrive. Roll-ups
 * are read from a replica: the same server, whose connections have the name {@link #REPLICA}.
 */
public class NonDefaultSettings implements QuarkusTestProfile {

    /** The application name of connections to the replica. */
    public static final String REPLICA = "replica";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "gongkai.review.mode", "manual",
                "gongkai.security.public-read", "false",
                "gongkai.batch.atomic-timeout", "1s",
                "quarkus.http.read-timeout", "1s",
                "quarkus.datasource.read.jdbc.url", "${quarkus.datasource.jdbc.url}",
                "quarkus.datasource.read.username", "${quarkus.datasource.username}",
                "quarkus.datasource.read.password", "${quarkus.datasource.password:}",
                "quarkus.datasource.read.jdbc.additional-jdbc-properties.ApplicationName", REPLICA);
    }
}
