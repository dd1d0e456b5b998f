package org.gongkai.publication.table;

import java.util.List;
import java.util.stream.Stream;
import org.gongkai.csv.Csv;

/** Writes tables as CSV (RFC 4180), with a header line. */
public final class TableCsv {

    private TableCsv() {}

    public static <R> String of(List<TableColumn<R>> columns, Stream<R> rows) {
        return Csv.write(columns.stream().map(TableColumn::name).toList(), rows.map(row -> line(columns, row)));
    }

    private static <R> List<Object> line(List<TableColumn<R>> columns, R row) {
        return columns.stream().map(column -> column.content().apply(row)).toList();
    }
}
