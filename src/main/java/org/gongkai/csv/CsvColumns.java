package org.gongkai.csv;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of a CSV file that has one entry per line.
 *
 * @param columns the columns, in the order in which they are written
 * @param sameCode returns the key of a code; codes with the same key are the same
 * @param entry converts a line to an entry
 */
public record CsvColumns<E>(List<CsvColumn<E>> columns, UnaryOperator<String> sameCode, Function<CsvLine, E> entry) {

    /** The name of the column that identifies a line. */
    public static final String CODE = "code";

    /** Returns the columns without some of them. */
    public CsvColumns<E> without(String... names) {
        return new CsvColumns<>(
                columns.stream()
                        .filter(column -> !List.of(names).contains(column.name()))
                        .toList(),
                sameCode,
                entry);
    }

    List<String> names() {
        return columns.stream().map(CsvColumn::name).toList();
    }

    /** Returns the column that a cell of the header line names. */
    Optional<CsvColumn<E>> named(String header) {
        return columns.stream().filter(column -> column.isNamed(header)).findFirst();
    }

    /** Returns the names of the columns that hold codes of other entries. */
    Set<String> references() {
        return columns.stream()
                .filter(CsvColumn::reference)
                .map(CsvColumn::name)
                .collect(Collectors.toSet());
    }

    /** Writes entries as CSV, with a header line. */
    public String write(Stream<E> entries) {
        return Csv.write(names(), entries.map(this::cells));
    }

    private List<Object> cells(E entry) {
        return columns.stream().map(column -> column.value().apply(entry)).collect(Collectors.toList());
    }
}
