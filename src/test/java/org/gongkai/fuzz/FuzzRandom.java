package org.gongkai.fuzz;

import java.util.List;
import java.util.Random;

/** Chance that a seed repeats. */
final class FuzzRandom {

    private final Random random;

    FuzzRandom(long seed) {
        this.random = new Random(seed);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** From 0 up to a bound that is not reached. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    byte[] bytes(int most) {
        byte[] bytes = new byte[random.nextInt(most)];
        random.nextBytes(bytes);
        return bytes;
    }
}
