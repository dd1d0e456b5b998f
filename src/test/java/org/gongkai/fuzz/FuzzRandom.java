package org.gongkai.fuzz;

import java.util.List;
import java.util.Random;

/** Random choices that a seed reproduces. */
final class FuzzRandom {

    private final Random random;

    FuzzRandom(long seed) {
        this.random = new Random(seed);
    }

    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** Returns a number from 0 to a bound, exclusive. */
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
