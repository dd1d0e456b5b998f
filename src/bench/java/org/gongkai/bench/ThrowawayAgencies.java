package org.gongkai.bench;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.bench.BenchReports.Submittable;
import org.gongkai.bench.SampleRegistry.Division;
import org.gongkai.bench.SampleRegistry.Office;

/**
 * Agencies that exist only for the measurement of submissions. Their codes are numbers, so that pgbench can count
 * through them.
 *
 * @param first code of the first one
 * @param number the number of agencies
 */
record ThrowawayAgencies(int first, int number) {

    /** The first year of their reports, long after the loaded years. */
    static final int FIRST_YEAR = 2040;

    /** The beginning of the name of each agency; its code follows. */
    static final String NAME = "试验局";

    private static final int SAMPLE = 100_000;

    /** The name in the reports that {@link #bodies} returns. */
    static final String SAMPLE_NAME = NAME + SAMPLE;

    private static final Division DIVISION = new Division("990000", "试验省", "");

    static final SampleRegistry REGISTRY = new SampleRegistry(List.of(DIVISION), List.of());

    List<Office> offices() {
        return IntStream.range(first, first + number)
                .mapToObj(code -> new Office(String.valueOf(code), NAME + code, DIVISION.code(), AgencyProfile.HOUSING))
                .toList();
    }

    /** Returns the first year for which none of them has submitted a report. */
    int nextYear(Postgres postgres, String database) {
        String sql = "select coalesce(max(year) + 1, %d) from filing where agency between '%d' and '%d'";
        return Integer.parseInt(postgres.query(database, sql.formatted(FIRST_YEAR, first, first + number - 1)));
    }

    /** Returns the number of reports that they have submitted. */
    long reports(Postgres postgres, String database) {
        String sql = "select count(*) from revision where agency between '%d' and '%d'";
        return Long.parseLong(postgres.query(database, sql.formatted(first, first + number - 1)));
    }

    /** Returns the reports of one such agency. With {@link #bodyOf} they fit any of them. */
    static List<String> bodies(long seed, int years) {
        BenchReports one = new BenchReports(seed, new ThrowawayAgencies(SAMPLE, 1).offices());
        return IntStream.range(FIRST_YEAR, FIRST_YEAR + years)
                .boxed()
                .flatMap(one::of)
                .map(Submittable::json)
                .toList();
    }

    /** Returns a report with the name of an agency, as the report of another agency would get a warning. */
    static String bodyOf(int code, String body) {
        return body.replace(SAMPLE_NAME, NAME + code);
    }

    /** Returns all their reports of some years, as items of a batch. */
    Stream<Submittable> items(int firstYear, int years, List<String> bodies) {
        return IntStream.range(0, years).boxed().flatMap(year -> IntStream.range(first, first + number)
                .mapToObj(code -> new Submittable(
                        String.valueOf(code),
                        firstYear + year,
                        bodyOf(code, bodies.get(firstYear - FIRST_YEAR + year)))));
    }
}
