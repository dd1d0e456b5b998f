package org.gongkai.platform;

import io.quarkus.runtime.QuarkusApplication;
import org.flywaydb.core.Flyway;

/**
 * The command {@code migrate}: brings the schema up to date, and what is derived from the revisions, without serving anybody. All of it
 * has happened when it runs, as it happens at every start; so the start is told to, whatever is configured for the service.
 */
class Migrate implements QuarkusApplication {

    private final Flyway flyway;

    Migrate(Flyway flyway) {
        this.flyway = flyway;
    }

    /** Before the framework starts. Set as system properties, which is where it looks before the environment. */
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
