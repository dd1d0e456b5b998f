package org.gongkai.bench;

/**
 * How fast something went.
 *
 * @param perSecond requests, transactions or reports in a second
 * @param medianMillis the time that half of them took at most; not a number where it was not measured
 */
record Rate(double perSecond, double medianMillis) {

    @Override
    public String toString() {
        return Double.isNaN(medianMillis)
                ? "%.1f/s".formatted(perSecond)
                : "%.1f/s, median %.2f ms".formatted(perSecond, medianMillis);
    }
}
