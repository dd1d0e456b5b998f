package org.gongkai.filing.store;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The settings of the sandbox. */
@ConfigMapping(prefix = "gongkai.sandbox")
public interface SandboxConfig {

    /** The time after its last change when a test is removed. */
    @WithDefault("30d")
    Duration keep();

    /** Maximum number of revisions that the sandbox of one holder keeps. */
    @WithDefault("1000")
    int maxRevisions();

    /** Maximum size of these revisions, with their findings and explanations. */
    @WithDefault("32M")
    MemorySize maxSize();
}
