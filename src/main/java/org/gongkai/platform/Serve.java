package org.gongkai.platform;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;

/** The command {@code serve}: serves requests until the process is asked to stop. */
class Serve implements QuarkusApplication {

    private final StartupSummary summary;

    @Inject
    Serve(StartupSummary summary) {
        this.summary = summary;
    }

    @Override
    public int run(String... args) {
        summary.log();
        Quarkus.waitForExit();
        return 0;
    }
}
