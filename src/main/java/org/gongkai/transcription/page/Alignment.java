package org.gongkai.transcription.page;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * The best assignment of printed items to expected items, both in their order. Items may be missing on either side.
 */
public final class Alignment {

    /** The index of the printed item of each expected item, or -1. */
    public final int[] printed;

    /** The total likeness of the assigned items. */
    public final int score;

    private Alignment(int[] printed, int score) {
        this.printed = printed;
        this.score = score;
    }

    /**
     * Finds the assignment with the highest total likeness; of equals, the one that is printed first.
     *
     * @param likeness the likeness of an expected item and a printed item, by their indices; 0 if they do not match
     */
    public static Alignment of(int expected, int printed, IntBinaryOperator likeness) {
        int[][] fit = new int[expected][printed];
        int[][] best = new int[expected + 1][printed + 1];
        for (int i = expected - 1; i >= 0; i--) {
            for (int j = printed - 1; j >= 0; j--) {
                fit[i][j] = likeness.applyAsInt(i, j);
                int matched = fit[i][j] > 0 ? fit[i][j] + best[i + 1][j + 1] : 0;
                best[i][j] = Math.max(matched, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        return new Alignment(traceBack(fit, best), best[0][0]);
    }

    private static int[] traceBack(int[][] fit, int[][] best) {
        int[] printed = new int[fit.length];
        Arrays.fill(printed, -1);
        for (int i = 0, j = 0; i < fit.length && j < best[0].length - 1; ) {
            if (fit[i][j] > 0 && best[i][j] == fit[i][j] + best[i + 1][j + 1]) {
                printed[i++] = j++;
            } else if (best[i][j] == best[i][j + 1]) {
                j++;
            } else {
                i++;
            }
        }
        return printed;
    }
}
