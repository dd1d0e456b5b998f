package org.gongkai.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gongkai.form.statutory.Forms;
import org.gongkai.report.ReportHead;

/**
 * The real reports that tests use. They do not depend on the demonstration set, which may change.
 */
public final class ReportFiles {

    public static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * A real report.
     *
     * @param agency the code of the agency
     * @param year the report year
     * @param content the report
     */
    public record RealReport(String agency, int year, JsonNode content) {

        /** Returns the report as the answer of a reading operation: it says which report it is. */
        public ObjectNode answer(String agencyName, int revision) {
            return new ReportHead(agency, agencyName, year, revision).before(answer());
        }

        /** Returns the report with the name of its form. */
        public ObjectNode answer() {
            ObjectNode answer = JSON.createObjectNode()
                    .put("form", Forms.of(year).orElseThrow().name());
            answer.setAll((ObjectNode) content);
            return answer;
        }

        @Override
        public String toString() {
            return agency + "-" + year;
        }
    }

    private ReportFiles() {}

    /** Returns every real report, as published. */
    public static List<RealReport> all() {
        return Stream.concat(balanced(), entries("/reports/reports.json").map(entry -> report("/reports/", entry)))
                .toList();
    }

    /** Returns the real reports without errors, in an order in which they can be submitted. */
    public static Stream<RealReport> balanced() {
        return entries("/reports/balanced.json").map(entry -> report("/reports/balanced/", entry));
    }

    public static RealReport of(String agency, int year) {
        return all().stream()
                .filter(report -> report.agency().equals(agency) && report.year() == year)
                .findFirst()
                .orElseThrow();
    }

    /** Returns the entries of a JSON file that holds an array. */
    public static Stream<JsonNode> entries(String file) {
        return StreamSupport.stream(read(file).spliterator(), false);
    }

    public static JsonNode read(String file) {
        try (InputStream json = ReportFiles.class.getResourceAsStream(file)) {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes JSON in ASCII. Its escapes can express characters that UTF-8 cannot, such as single surrogates. */
    public static String escaped(JsonNode content) {
        try {
            return JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RealReport report(String folder, JsonNode entry) {
        String agency = entry.get("agency").asText();
        int year = entry.get("year").asInt();
        return new RealReport(agency, year, read(folder + agency + "-" + year + ".json"));
    }
}
