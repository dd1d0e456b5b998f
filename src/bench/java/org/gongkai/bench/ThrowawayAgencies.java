package org.gongkai.bench;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.bench.BenchReports.Submittable;
import org.gongkai.bench.SampleRegistry.Division;
import org.gongkai.bench.SampleRegistry.Office;

/**
 * Agencies that exist only for the measurement of submissions. Each of them submits one report for every year. Their
 * codes are numbers, so that pgbench can count through them.
 *
 * @param first code of the first one
 * @param number the number of agencies
 */
record ThrowawayAgencies(int first, int number) {

    /** The years of their reports. */
    static final List<Integer> YEARS =
            IntStream.rangeClosed(Scale.FIRST_YEAR, Scale.LAST_YEAR).boxed().toList();

    /** The beginning of the name of each agency; its code follows. */
    static final String NAME = "试验局";

    /** The code in the reports that {@link #bodies} returns. The codes of the agencies are higher. */
    static final int SAMPLE = 1_000_000;

    /** The name in the reports that {@link #bodies} returns. */
    static final String SAMPLE_NAME = NAME + SAMPLE;

    private static final Division DIVISION = new Division("990000", "试验省", "");

    static final SampleRegistry REGISTRY = new SampleRegistry(List.of(DIVISION), List.of());

    /**
     * Returns agencies with at least a given number of reports to submit.
     *
     * @param first code of the first one
     * @param multiple a number by which the number of agencies can be divided
     */
    static ThrowawayAgencies withReports(int first, double reports, int multiple) {
        int times = (int) Math.ceil(reports / YEARS.size() / multiple);
        return new ThrowawayAgencies(first, times * multiple);
    }

    /** Returns the number of their reports. */
    int reports() {
        return number * YEARS.size();
    }

    List<Office> offices() {
        return IntStream.range(first, first + number)
                .mapToObj(code -> new Office(String.valueOf(code), NAME + code, DIVISION.code(), AgencyProfile.HOUSING))
                .toList();
    }

    /** Returns the number of reports that they have submitted and that are in force. */
    long reportsInForce(Database database) {
        return count(database, "status = 'ACCEPTED'");
    }

    /** Returns the number of reports that they have submitted and that are not in force. */
    long reportsNotInForce(Database database) {
        return count(database, "status <> 'ACCEPTED'");
    }

    private long count(Database database, String condition) {
        String sql = "select count(*) from revision where agency between '%d' and '%d' and %s";
        return Long.parseLong(database.query(sql.formatted(first, first + number - 1, condition)));
    }

    /** Returns the reports of one such agency, one for each year. With {@link #bodyOf} they fit any of them. */
    static List<String> bodies(long seed) {
        BenchReports one = new BenchReports(seed, new ThrowawayAgencies(SAMPLE, 1).offices());
        return YEARS.stream().flatMap(one::of).map(Submittable::json).toList();
    }

    /** Returns a report with the name of an agency, as the report of another agency would get a warning. */
    static String bodyOf(int code, String body) {
        return body.replace(SAMPLE_NAME, NAME + code);
    }

    /** Returns all their reports, year by year, as items of a batch. */
    Stream<Submittable> items(List<String> bodies) {
        return IntStream.range(0, YEARS.size()).boxed().flatMap(year -> IntStream.range(first, first + number)
                .mapToObj(code ->
                        new Submittable(String.valueOf(code), YEARS.get(year), bodyOf(code, bodies.get(year)))));
    }
}
