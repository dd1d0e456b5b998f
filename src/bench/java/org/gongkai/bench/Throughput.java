package org.gongkai.bench;

/**
 * A measured rate.
 *
 * @param perSecond requests, transactions or reports per second
 * @param millis the time of one: the median with wrk, the mean with pgbench, which has no median; NaN if not
 *     measured
 * @param slowest the time that 99 of 100 do not exceed, in milliseconds; NaN if not measured
 */
record Throughput(double perSecond, double millis, double slowest) {

    /** Returns a rate without times of single requests. */
    static Throughput ofRate(double perSecond) {
        return new Throughput(perSecond, Double.NaN, Double.NaN);
    }

    @Override
    public String toString() {
        return Double.isNaN(millis)
                ? "%.1f/s".formatted(perSecond)
                : "%.1f/s, %.2f ms each".formatted(perSecond, millis);
    }

    /** Returns the median and the 99th percentile, or only the mean. */
    String times() {
        return Double.isNaN(slowest) ? "%.2f mean".formatted(millis) : "%.2f / %.2f".formatted(millis, slowest);
    }
}
