package org.gongkai.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * Settings that differ from the default, for all tests of such settings together: each profile is another start of the service. The
 * office decides on every submission; readers need a token; a batch that is stored as a whole has one second; roll-ups are read from a
 * replica, which is the same server under the name {@link #REPLICA}.
 */
public class NonDefaultSettings implements QuarkusTestProfile {

    /** The name that connections to the replica give themselves. */
    public static final String REPLICA = "replica";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "gongkai.review.mode", "manual",
                "gongkai.security.public-read", "false",
                "gongkai.batch.atomic-timeout", "1s",
                "quarkus.datasource.read.jdbc.url", "${quarkus.datasource.jdbc.url}",
                "quarkus.datasource.read.username", "${quarkus.datasource.username}",
                "quarkus.datasource.read.password", "${quarkus.datasource.password:}",
                "quarkus.datasource.read.jdbc.additional-jdbc-properties.ApplicationName", REPLICA);
    }
}
