package org.gongkai.commandline;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import org.gongkai.csv.Csv;
import org.gongkai.text.Language;

/** Prints results as CSV. */
final class CsvResults implements Results {

    private final Language language;
    private final PrintWriter out;

    CsvResults(List<ResultColumn> columns, Language language, PrintWriter out) {
        this.language = language;
        this.out = out;
        print(columns.stream().<Object>map(ResultColumn::code).toList());
    }

    @Override
    public void add(Object... values) {
        print(Arrays.stream(values).map(value -> Results.plain(value, language)).toList());
    }

    private void print(List<Object> line) {
        out.print(Csv.line(line));
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
