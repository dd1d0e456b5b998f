package org.gongkai.csv;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.text.EqualText;

/**
 * A column of a CSV file.
 *
 * @param name the name of the column, which is also the name of the member of the entry
 * @param required whether a file must have the column
 * @param content the kind of the content of its cells
 * @param labels other names of the column that offices write in their header lines
 * @param value returns the value of an entry in this column
 */
public record CsvColumn<E>(
        String name, boolean required, CellContent content, List<String> labels, Function<E, Object> value) {

    /** The kind of the content of a cell. */
    public enum CellContent {
        /** A text that is read as it is. */
        TEXT,
        /** A code, which spreadsheets often take for a number. */
        CODE,
        /** The code of another entry of the same file or of the database. */
        REFERENCE
    }

    /** The characters of a header that are not part of the name: a remark in brackets, a star, an underscore. */
    private static final String DECORATION = "\\(.*\\)$|[_*-]";

    public static <E> CsvColumn<E> required(String name, Function<E, Object> value) {
        return new CsvColumn<>(name, true, CellContent.TEXT, List.of(), value);
    }

    public static <E> CsvColumn<E> optional(String name, Function<E, Object> value) {
        return new CsvColumn<>(name, false, CellContent.TEXT, List.of(), value);
    }

    public static <E> CsvColumn<E> reference(String name, Function<E, Object> value) {
        return new CsvColumn<>(name, false, CellContent.REFERENCE, List.of(), value);
    }

    /** Returns the column whose cells hold codes. */
    public CsvColumn<E> ofCodes() {
        return new CsvColumn<>(name, required, CellContent.CODE, labels, value);
    }

    /** Returns the column with other names. */
    public CsvColumn<E> alsoCalled(String... others) {
        return new CsvColumn<>(name, required, content, List.of(others), value);
    }

    boolean reference() {
        return content == CellContent.REFERENCE;
    }

    boolean holdsCodes() {
        return content != CellContent.TEXT;
    }

    /** Returns whether a cell of the header line names the column, in any case and with any blanks. */
    boolean isNamed(String header) {
        String key = EqualText.key(header).replaceAll(DECORATION, "");
        return Stream.concat(Stream.of(name), labels.stream())
                .anyMatch(own -> EqualText.key(own).equals(key));
    }
}
