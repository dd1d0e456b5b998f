package org.gongkai.statistics.rollup.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.http.parameter.Labels;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.code.Named;
import org.gongkai.statistics.data.CanonicalUri;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.statistics.rollup.RowStatistics;
import org.gongkai.text.Language;

/** Roll-ups that were not made from a database, with values that are rare in real ones. */
final class SampleRollUp {

    static final String RECEIVED = "requests.newlyReceived";
    static final String FEES = "proactiveDisclosure.administrativeFees";

    private SampleRollUp() {}

    /** Writes a roll-up. */
    interface Writer {
        void write(RollUp rollUp, Representation representation, OutputStream out) throws IOException;
    }

    /** Returns the bytes of a roll-up in a format. */
    static byte[] bytes(Writer format, RollUp rollUp, Representation representation) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            format.write(rollUp, representation, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static RollUp of(List<String> groupBy, RollUpRow... rows) {
        return new RollUp(
                List.of(RECEIVED),
                groupBy,
                "accepted",
                "as-reported",
                Instant.parse("2026-11-23T13:23:54.255294Z"),
                4,
                List.of(),
                List.of(RollUp.SeriesBreak.ofFigure(FEES, List.of(2019, 2020))),
                AgencyKind.DEPARTMENT,
                List.of(rows));
    }

    /** Returns a row with all keys; a table has only the columns of the keys that the roll-up is grouped by. */
    static RollUpRow row(int year, String district, String figure, String value, long reports, long expected) {
        return row(
                year,
                new Named("D" + district, district),
                new Named("finance", "财政"),
                new Named("430212-finance", "渌口区财政局"),
                "naturalPerson",
                figure,
                value == null ? null : new BigDecimal(value),
                reports,
                expected);
    }

    /** Returns a row without late or nil reports, and without statistics. */
    static RollUpRow row(
            Integer year,
            Named district,
            Named category,
            Named agency,
            String applicantType,
            String figure,
            BigDecimal value,
            long reports,
            long expected) {
        return new RollUpRow(
                year,
                district,
                category,
                agency,
                applicantType,
                figure,
                value,
                null,
                null,
                reports,
                expected,
                0,
                0,
                0,
                RowStatistics.NONE);
    }

    static Representation as(RollUpFormat format) {
        return as(format, null, Language.ZH);
    }

    static Representation as(RollUpFormat format, Labels labels, Language language) {
        return new Representation(
                format,
                Optional.ofNullable(labels),
                false,
                language,
                new CanonicalUri("/api/v1/statistics?figure=requests.newlyReceived"));
    }
}
