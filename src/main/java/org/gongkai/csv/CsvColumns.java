package org.gongkai.csv;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A register as a spreadsheet holds it: one entry per line, one field per column.
 *
 * @param columns its columns, in the order in which they are written
 * @param entry makes an entry of a line
 */
public record CsvColumns<E>(List<CsvColumn<E>> columns, Function<CsvLine, E> entry) {

    /** The column every line is known by. */
    public static final String CODE = "code";

    List<String> names() {
        return columns.stream().map(CsvColumn::name).toList();
    }

    /** The columns that hold codes of other entries. */
    Set<String> references() {
        return columns.stream()
                .filter(CsvColumn::reference)
                .map(CsvColumn::name)
                .collect(Collectors.toSet());
    }

    /** The entries as CSV, with a header line. */
    public String write(Stream<E> entries) {
        return Csv.write(names(), entries.map(this::cells));
    }

    private List<Object> cells(E entry) {
        return columns.stream().map(column -> column.value().apply(entry)).collect(Collectors.toList());
    }
}
