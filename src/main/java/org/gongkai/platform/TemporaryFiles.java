package org.gongkai.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.gongkai.spool.SpoolFolder;

/** Deletes the temporary files of a former process at the start. */
@ApplicationScoped
class TemporaryFiles {

    void clear(@Observes StartupEvent start) {
        SpoolFolder.ofProcess();
    }
}
