package org.gongkai.publication.table;

import java.util.function.Function;
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

    /** The format of counts. */
    public static final String COUNT = "#,##0";

    /** The format of years, which have no thousands separator. */
    public static final String YEAR = "0";

    /** Creates a column whose numbers, if any, are counts. */
    public static <R> TableColumn<R> of(String name, Text title, Function<R, Object> content) {
        return new TableColumn<>(name, title, content, row -> COUNT);
    }
}
