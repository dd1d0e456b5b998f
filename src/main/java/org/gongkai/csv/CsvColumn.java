package org.gongkai.csv;

import java.util.function.Function;

/**
 * A column of a CSV file.
 *
 * @param name the name of the column, which is also the name of the member of the entry
 * @param required whether a file must have the column
 * @param reference whether the column holds the code of another entry of the same file or of the database
 * @param value returns the value of an entry in this column
 */
public record CsvColumn<E>(String name, boolean required, boolean reference, Function<E, Object> value) {

    public static <E> CsvColumn<E> required(String name, Function<E, Object> value) {
        return new CsvColumn<>(name, true, false, value);
    }

    public static <E> CsvColumn<E> optional(String name, Function<E, Object> value) {
        return new CsvColumn<>(name, false, false, value);
    }

    public static <E> CsvColumn<E> reference(String name, Function<E, Object> value) {
        return new CsvColumn<>(name, false, true, value);
    }
}
