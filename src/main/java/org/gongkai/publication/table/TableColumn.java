package org.gongkai.publication.table;

import java.util.List;
import java.util.function.Function;
import org.gongkai.http.parameter.Labels;
import org.gongkai.text.Text;

/**
 * A column of a table.
 *
 * @param name its name for programs
 * @param title its title for people
 * @param content returns the content of a cell: a {@link String}, a {@link Number}, a {@link Boolean}, a {@link
 *     java.time.LocalDate}, an {@link java.time.Instant}, or {@code null} for an empty cell
 * @param pattern returns the format of a number in a spreadsheet
 */
public record TableColumn<R>(String name, Text title, Function<R, Object> content, Function<R, String> pattern) {

    private static final Text CODE = new Text("%s代码", "%s code");

    /** The format of counts. */
    public static final String COUNT = "#,##0";

    /** The format of years, which have no thousands separator. */
    public static final String YEAR = "0";

    /** Creates the columns of a code: that of the code, that of its name, or both. */
    public static <R> List<TableColumn<R>> ofCode(
            String name, Text title, Labels labels, Function<R, Object> code, Function<R, Object> label) {
        return labels.of(of(name, CODE.with(title), code), of(name + "Name", title, label));
    }

    /** Creates a column whose numbers, if any, are counts. */
    public static <R> TableColumn<R> of(String name, Text title, Function<R, Object> content) {
        return new TableColumn<>(name, title, content, row -> COUNT);
    }
}
