package org.gongkai.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.bench.SampleRegistry.Office;

/** The reports of many agencies, one year after the other, as JSON. */
final class BenchReports {

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true);

    private final Map<Office, ReportSeries> reportSerieses = new LinkedHashMap<>();

    /**
     * Starts before the first year.
     *
     * @param seed the same seed makes the same reports
     */
    BenchReports(long seed, List<Office> offices) {
        offices.forEach(office -> reportSerieses.put(office, new ReportSeries(seed, office)));
    }

    /**
     * One report.
     *
     * @param json the report by itself
     */
    record Submittable(String agency, int year, String json) {

        /** As one line of a batch. */
        String line() {
            return "{\"agency\":\"%s\",\"year\":%d,\"report\":%s}\n".formatted(agency, year, json);
        }
    }

    /** The reports of a year, made as they are read; years are to be asked for in order. */
    Stream<Submittable> of(int year) {
        return reportSerieses.entrySet().stream()
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
