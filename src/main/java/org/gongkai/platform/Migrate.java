package org.gongkai.platform;

import io.quarkus.runtime.QuarkusApplication;
import org.flywaydb.core.Flyway;

/**
 * The command {@code migrate}: updates the schema and the data that are derived from the revisions, and then exits
 * without serving requests. Quarkus runs the migrations at startup, before this class; {@link #prepare()} makes sure of
 * that, regardless of the configuration of the service.
 */
class Migrate implements QuarkusApplication {

    private final Flyway flyway;

    Migrate(Flyway flyway) {
        this.flyway = flyway;
    }

    /** Enables migration before the framework starts. System properties take precedence over the environment. */
    static void prepare() {
        System.setProperty("quarkus.flyway.migrate-at-start", "true");
        System.setProperty("quarkus.flyway.validate-at-start", "false");
    }

    @Override
    public int run(String... args) {
        System.out.printf(
                "The schema is at version %s%n", flyway.info().current().getVersion());
        return 0;
    }
}
