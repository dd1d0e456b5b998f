package org.gongkai.bench;

/**
 * A measured rate.
 *
 * @param perSecond requests, transactions or reports per second
 * @param millis the time of one: the median with wrk, the mean with pgbench, which has no median; NaN if not
 *     measured
 */
record Throughput(double perSecond, double millis) {

    @Override
    public String toString() {
        return Double.isNaN(millis)
                ? "%.1f/s".formatted(perSecond)
                : "%.1f/s, %.2f ms each".formatted(perSecond, millis);
    }
}
