package org.gongkai.bench;

import java.util.Random;

/**
 * A source of random numbers that is the same on every machine: {@link Random} and {@link StrictMath} are both
 * specified exactly.
 */
final class SeededRandom {

    private static final double MAX_POISSON_MEAN = 30;
    private static final double SPREAD = 0.15;

    private final Random random;

    SeededRandom(long seed, String name) {
        this.random = new Random(seed * 1_000_003 + name.hashCode());
    }

    boolean nextBoolean(double probability) {
        return random.nextDouble() < probability;
    }

    /**
     * Returns a level near the usual one, with the variation between agencies of one kind: many have little, a few have
     * much.
     */
    double level(double usual) {
        return usual * StrictMath.exp(random.nextGaussian());
    }

    /**
     * Returns the number of a year near a level. It never differs enough from the number of any other year to break the
     * rule FIGURE-JUMP.
     */
    long around(double level) {
        double drawn =
                level < MAX_POISSON_MEAN ? poisson(level) : level * StrictMath.exp(SPREAD * random.nextGaussian());
        long least = (long) StrictMath.ceil(level * 0.6);
        long most = (long) StrictMath.floor(level * 1.6) + 3;
        return level == 0 ? 0 : Math.max(level < 10 ? 0 : least, Math.min(most, StrictMath.round(drawn)));
    }

    /** Returns how many of a number of items are chosen with the given probability. */
    long binomial(long all, double probability) {
        long chosen = 0;
        for (long i = 0; i < all; i++) {
            chosen += nextBoolean(probability) ? 1 : 0;
        }
        return chosen;
    }

    /** Distributes a number over several places by their weights. */
    long[] divide(long number, double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        long[] shares = new long[weights.length];
        for (long i = 0; i < number; i++) {
            shares[index(random.nextDouble() * sum, weights)]++;
        }
        return shares;
    }

    private static int index(double drawn, double... weights) {
        double left = drawn;
        for (int place = 0; place < weights.length - 1; place++) {
            left -= weights[place];
            if (left < 0) {
                return place;
            }
        }
        return weights.length - 1;
    }

    private long poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        long events = -1;
        for (double product = 1; product > limit; product *= random.nextDouble()) {
            events++;
        }
        return events;
    }
}
