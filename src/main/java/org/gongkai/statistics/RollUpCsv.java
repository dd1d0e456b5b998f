package org.gongkai.statistics;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.http.Csv;
import org.gongkai.registry.Named;

/** A roll-up as CSV (RFC 4180), in UTF-8 with a header line; codes and names in columns of their own. */
final class RollUpCsv {

    private RollUpCsv() {}

    static String of(RollUp rollUp) {
        List<Dimension> keys = rollUp.groupBy().stream()
                .flatMap(code -> Dimension.of(code).stream())
                .filter(dimension -> dimension != Dimension.FIGURE)
                .toList();
        return Csv.write(header(keys), rollUp.rows().stream().map(row -> line(row, keys)));
    }

    private static List<String> header(List<Dimension> keys) {
        List<String> header = new ArrayList<>();
        for (Dimension key : keys) {
            header.add(key.code());
            if (key == Dimension.DISTRICT || key == Dimension.CATEGORY || key == Dimension.AGENCY) {
                header.add(key.code() + "Name");
            }
        }
        header.addAll(List.of("figure", "value", "reports", "expected"));
        return header;
    }

    private static List<Object> line(RollUpRow row, List<Dimension> keys) {
        List<Object> line = new ArrayList<>();
        for (Dimension key : keys) {
            switch (key) {
                case YEAR -> line.add(row.year());
                case DISTRICT -> add(line, row.district());
                case CATEGORY -> add(line, row.category());
                case AGENCY -> add(line, row.agency());
                case APPLICANT_TYPE -> line.add(row.applicantType());
                default -> throw new IllegalArgumentException("Not a key of its own: " + key);
            }
        }
        line.addAll(List.of(
                row.figure(), row.value() == null ? "" : row.value().toPlainString(), row.reports(), row.expected()));
        return line;
    }

    private static void add(List<Object> line, Named named) {
        line.add(named.code());
        line.add(named.name());
    }
}
