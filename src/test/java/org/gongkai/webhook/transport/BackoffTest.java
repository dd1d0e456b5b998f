package org.gongkai.webhook.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration MAX = Duration.ofMinutes(1);

    @Test
    void doublesUpToTheLimit() {
        Backoff backoff = new Backoff(FIRST, MAX, () -> 0);

        List<Long> seconds = IntStream.rangeClosed(1, 6)
                .mapToObj(failures -> backoff.after(failures).toSeconds())
                .toList();

        assertThat(seconds).containsExactly(5L, 10L, 20L, 40L, 60L, 60L);
        assertThat(backoff.after(Integer.MAX_VALUE)).isEqualTo(MAX);
    }

    @Test
    void isShortenedByUpToAHalf() {
        assertThat(new Backoff(FIRST, MAX, () -> 0.5).after(2)).isEqualTo(Duration.ofMillis(7_500));
        assertThat(new Backoff(FIRST, MAX, () -> 1).after(2)).isEqualTo(Duration.ofSeconds(5));
    }
}
