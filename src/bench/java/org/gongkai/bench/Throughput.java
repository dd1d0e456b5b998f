package org.gongkai.bench;

/**
 * How fast something went.
 *
 * @param perSecond requests, transactions or reports in a second
 * @param millis what one took: the median by wrk, the mean by pgbench, which knows no other; not a number where it was not measured
 */
record Throughput(double perSecond, double millis) {

    @Override
    public String toString() {
        return Double.isNaN(millis)
                ? "%.1f/s".formatted(perSecond)
                : "%.1f/s, %.2f ms each".formatted(perSecond, millis);
    }
}
