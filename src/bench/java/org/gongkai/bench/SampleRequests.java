package org.gongkai.bench;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.gongkai.form.statutory.Applicants;
import org.gongkai.form.statutory.NotProcessed;
import org.gongkai.form.statutory.OtherHandling;
import org.gongkai.form.statutory.Outcomes;
import org.gongkai.form.statutory.Outcomes2019;
import org.gongkai.form.statutory.Refused;
import org.gongkai.form.statutory.Requests;
import org.gongkai.form.statutory.Requests2019;
import org.gongkai.form.statutory.UnableToProvide;

/**
 * Generates the requests of one agency, year by year: table 三. The requests pending at the end of a year are carried
 * over to the next.
 */
final class SampleRequests {

    /** The shares by type of applicant, in the order of the form. */
    private static final double[] APPLICANTS = {0.88, 0.07, 0.002, 0.003, 0.035, 0.01};

    /** The shares by outcome, in the order of the form. */
    private static final double[] OUTCOMES = {
        // disclosed, partly disclosed
        0.45,
        0.12,
        // refused
        0.001,
        0.01,
        0.002,
        0.012,
        0.015,
        0.02,
        0.012,
        0.03,
        // unable to provide
        0.22,
        0.015,
        0.004,
        // not processed
        0.03,
        0.01,
        0.001,
        0.001,
        0.002,
        // other handling
        0.025,
        0.0005,
        0.03
    };

    private static final double STILL_OPEN = 0.04;

    private final SeededRandom seededRandom;
    private final double level;
    private long[] fresh = new long[APPLICANTS.length];
    private long[] opening = new long[APPLICANTS.length];
    private long[] closing = new long[APPLICANTS.length];
    private long[][] closed = new long[OUTCOMES.length][APPLICANTS.length];

    SampleRequests(SeededRandom seededRandom, double level) {
        this.seededRandom = seededRandom;
        this.level = level;
    }

    void nextYear() {
        opening = closing;
        fresh = seededRandom.divide(seededRandom.around(level), APPLICANTS);
        closing = new long[APPLICANTS.length];
        closed = new long[OUTCOMES.length][APPLICANTS.length];
        for (int type = 0; type < APPLICANTS.length; type++) {
            closing[type] = seededRandom.binomial(opening[type] + fresh[type], STILL_OPEN);
            long[] outcomes = seededRandom.divide(opening[type] + fresh[type] - closing[type], OUTCOMES);
            for (int outcome = 0; outcome < OUTCOMES.length; outcome++) {
                closed[outcome][type] = outcomes[outcome];
            }
        }
    }

    long received() {
        return LongStream.of(fresh).sum();
    }

    Requests table() {
        OtherHandling otherHandling = new OtherHandling(row(18), row(19), row(20));
        Outcomes outcomes =
                new Outcomes(row(0), row(1), refused(), unable(), notProcessed(), otherHandling, rows(0, 21));
        return new Requests(applicants(fresh), applicants(opening), outcomes, applicants(closing));
    }

    Requests2019 table2019() {
        Outcomes2019 outcomes =
                new Outcomes2019(row(0), row(1), refused(), unable(), notProcessed(), rows(18, 21), rows(0, 21));
        return new Requests2019(applicants(fresh), applicants(opening), outcomes, applicants(closing));
    }

    private Refused refused() {
        return new Refused(row(2), row(3), row(4), row(5), row(6), row(7), row(8), row(9));
    }

    private UnableToProvide unable() {
        return new UnableToProvide(row(10), row(11), row(12));
    }

    private NotProcessed notProcessed() {
        return new NotProcessed(row(13), row(14), row(15), row(16), row(17));
    }

    private Applicants row(int outcome) {
        return applicants(closed[outcome]);
    }

    /** Returns the sum of several rows; the end is exclusive. */
    private Applicants rows(int first, int end) {
        return applicants(IntStream.range(0, APPLICANTS.length)
                .mapToLong(type -> Arrays.stream(closed, first, end)
                        .mapToLong(row -> row[type])
                        .sum())
                .toArray());
    }

    private static Applicants applicants(long... by) {
        return new Applicants(
                by[0], by[1], by[2], by[3], by[4], by[5], LongStream.of(by).sum());
    }
}
