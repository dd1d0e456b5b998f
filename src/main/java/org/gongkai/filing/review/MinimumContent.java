package org.gongkai.filing.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Reason;

/** The minimum that agencies have to say where they explain a warning or correct a report. */
@ApplicationScoped
public class MinimumContent {

    /** The settings of explanations. */
    @ConfigMapping(prefix = "gongkai.explanations")
    interface Config {

        /** Minimum number of different letters or ideographs in an explanation; 0 requires none. */
        @WithDefault("5")
        int minLength();
    }

    private final Config config;

    MinimumContent(Config config) {
        this.config = config;
    }

    /**
     * Checks a reason. Returns a finding if it is blank, too long, unsafe, or says too little.
     *
     * @param maxLength maximum length, in Unicode code points
     */
    public Optional<Finding> check(String pointer, String reason, int maxLength) {
        return Reason.check(pointer, reason, maxLength, config.minLength());
    }
}
