package org.gongkai.csv;

import java.util.function.Function;

/**
 * A column of a register in a spreadsheet.
 *
 * @param name the field of the entry
 * @param required whether a file must have it
 * @param reference whether it holds the code of another entry of the same register
 * @param value gives what an entry has there
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
