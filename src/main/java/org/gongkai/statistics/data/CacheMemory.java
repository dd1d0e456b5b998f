package org.gongkai.statistics.data;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The memory for what is kept of statistics: responses, and the sums of years. */
@Singleton
public class CacheMemory {

    /** Settings of statistics. */
    @ConfigMapping(prefix = "gongkai.statistics")
    interface Config {

        /** Memory for the cache of responses; 0 switches it off. Empty: an eighth of the heap, at most 64 MB. */
        Optional<MemorySize> cache();
    }

    private static final long DEFAULT_MEMORY = 64L << 20;
    private static final int PART_OF_HEAP = 8;

    /** The part of the memory that sums have: a quarter. */
    private static final int PART_OF_SUMS = 4;

    private final long total;

    CacheMemory(Config config) {
        this.total = config.cache()
                .map(MemorySize::asLongValue)
                .orElse(Math.min(DEFAULT_MEMORY, Runtime.getRuntime().maxMemory() / PART_OF_HEAP));
    }

    /** Returns the number of bytes for responses; 0 if none are kept. */
    public long ofResponses() {
        return total - ofSums();
    }

    /** Returns the number of bytes for the sums of years; 0 if none are kept. */
    public long ofSums() {
        return total / PART_OF_SUMS;
    }
}
