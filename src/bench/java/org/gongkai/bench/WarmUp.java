package org.gongkai.bench;

import java.time.Duration;

/** Repeats work until the virtual machine of the service has compiled most of the code for it, which takes minutes. */
final class WarmUp {

    /** The service is warm when compilation takes less than this share of one processor. */
    private static final double MAX_COMPILATION_SHARE = 0.1;

    private final Service service;
    private final Duration maximum;

    WarmUp(Settings settings, Service service) {
        this.service = service;
        this.maximum = settings.warmUp();
    }

    /** Repeats a round until the service is warm, or the maximum time of the settings is over. */
    void repeat(Runnable round) {
        long start = System.nanoTime();
        boolean compiling = true;
        while (compiling && System.nanoTime() - start < maximum.toNanos()) {
            Duration before = service.compilationTime();
            long began = System.nanoTime();
            round.run();
            compiling = service.compilationTime().minus(before).toNanos()
                    > MAX_COMPILATION_SHARE * (System.nanoTime() - began);
        }
    }
}
