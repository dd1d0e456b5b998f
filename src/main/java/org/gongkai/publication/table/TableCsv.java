package org.gongkai.publication.table;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.csv.Csv;

/** Writes tables as CSV (RFC 4180), with a header line. */
public final class TableCsv {

    private TableCsv() {}

    public static <R> String of(List<TableColumn<R>> columns, Stream<R> rows) {
        return Csv.write(columns.stream().map(TableColumn::name).toList(), rows.map(row -> line(columns, row)));
    }

    /** Writes a table, row by row, and flushes the writer. */
    public static <R> void write(List<TableColumn<R>> columns, Stream<R> rows, Writer csv) throws IOException {
        Csv.write(columns.stream().map(TableColumn::name).toList(), rows.map(row -> line(columns, row)), csv);
    }

    private static <R> List<Object> line(List<TableColumn<R>> columns, R row) {
        return columns.stream().map(column -> column.content().apply(row)).toList();
    }
}
