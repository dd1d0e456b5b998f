package org.gongkai.commandline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import org.gongkai.text.Language;

/** Prints results as a JSON array with one object per line. Members without a value are left out. */
final class JsonResults implements Results {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final List<ResultColumn> columns;
    private final Language language;
    private final PrintWriter out;
    private String separator = "[\n";

    JsonResults(List<ResultColumn> columns, Language language, PrintWriter out) {
        this.columns = columns;
        this.language = language;
        this.out = out;
    }

    @Override
    public void add(Object... values) {
        ObjectNode line = JSON.createObjectNode();
        for (int column = 0; column < values.length; column++) {
            if (values[column] != null) {
                line.set(columns.get(column).code(), JSON.valueToTree(Results.plain(values[column], language)));
            }
        }
        out.print(separator + line);
        out.flush();
        separator = ",\n";
    }

    @Override
    public void close() {
        out.println(separator.startsWith("[") ? "[]" : "\n]");
        out.flush();
    }
}
