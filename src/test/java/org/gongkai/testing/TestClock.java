package org.gongkai.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the service in tests. It shows the real time unless a test stops it. */
public final class TestClock extends Clock {

    private static volatile Clock current = Clock.systemUTC();

    /** Stops the clock at an instant, until the next test starts. */
    public static void stopAt(String moment) {
        current = Clock.fixed(Instant.parse(moment), ZoneOffset.UTC);
    }

    static void run() {
        current = Clock.systemUTC();
    }

    @Override
    public ZoneId getZone() {
        return current.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return current.withZone(zone);
    }

    @Override
    public Instant instant() {
        return current.instant();
    }

    static class Producer {

        @Produces
        @Singleton
        @Alternative
        @Priority(1)
        Clock clock() {
            return new TestClock();
        }
    }
}
