package org.gongkai.cycle;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.csv.Csv;

/** Writes the roster as CSV, with separate columns for codes and names. */
final class ObligationCsv {

    private static final List<String> HEADER = List.of(
            "agency",
            "agencyName",
            "kind",
            "district",
            "districtName",
            "category",
            "categoryName",
            "state",
            "deadline",
            "overdue",
            "inForce",
            "firstSubmittedAt",
            "reason");

    private ObligationCsv() {}

    static String of(Stream<ObligationEntry> entries) {
        return Csv.write(HEADER, entries.map(ObligationCsv::line));
    }

    private static List<Object> line(ObligationEntry entry) {
        return Arrays.asList(
                entry.agency().code(),
                entry.agency().name(),
                entry.kind(),
                entry.district().code(),
                entry.district().name(),
                entry.category().code(),
                entry.category().name(),
                entry.state(),
                entry.deadline(),
                entry.overdue(),
                entry.inForce(),
                entry.firstSubmittedAt(),
                entry.reason());
    }
}
