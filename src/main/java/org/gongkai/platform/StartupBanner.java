package org.gongkai.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.gongkai.platform.embedded.EmbeddedDatabase;
import org.jboss.logging.Logger;

/** Logs the location of the data at startup. Quarkus logs the address of the service itself. */
@ApplicationScoped
class StartupBanner {

    private static final Logger LOG = Logger.getLogger(StartupBanner.class);

    void announce(@Observes StartupEvent start) {
        Launcher.embedded()
                .ifPresent(database -> LOG.infof(
                        "Data are stored in %s by an embedded PostgreSQL (%s, user %s, password in %s). Set gongkai.home to"
                                + " use another folder, or quarkus.datasource.jdbc.url to use a PostgreSQL server.",
                        database.home(),
                        database.jdbcUrl(),
                        EmbeddedDatabase.USER,
                        database.password().file()));
    }
}
