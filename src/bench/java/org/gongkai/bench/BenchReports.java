package org.gongkai.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.bench.SampleRegistry.Office;

/** Generates the reports of many agencies, year by year, as JSON. */
final class BenchReports {

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);

    private final Map<Office, ReportSeries> series = new LinkedHashMap<>();

    /**
     * Creates a generator that starts before the first year.
     *
     * @param seed the seed; the same seed gives the same reports
     */
    BenchReports(long seed, List<Office> offices) {
        offices.forEach(office -> series.put(office, new ReportSeries(seed, office)));
    }

    /**
     * One report.
     *
     * @param json the report alone
     */
    record Submittable(String agency, int year, String json) {

        /** Returns the report as one line of a batch. */
        String line() {
            return "{\"agency\":\"%s\",\"year\":%d,\"report\":%s}\n".formatted(agency, year, json);
        }
    }

    /** Returns the reports of a year as a lazy stream. Years must be requested in ascending order. */
    Stream<Submittable> of(int year) {
        return series.entrySet().stream()
                .map(entry -> new Submittable(
                        entry.getKey().code(), year, json(entry.getValue().report(year))));
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
