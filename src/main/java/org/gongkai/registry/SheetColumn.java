package org.gongkai.registry;

import java.util.function.Function;

/**
 * A column of a register in a spreadsheet.
 *
 * @param name the field of the entry
 * @param required whether a file must have it
 * @param reference whether it holds the code of another entry of the same register
 * @param value gives what an entry has there
 */
record SheetColumn<E>(String name, boolean required, boolean reference, Function<E, Object> value) {

    static <E> SheetColumn<E> required(String name, Function<E, Object> value) {
        return new SheetColumn<>(name, true, false, value);
    }

    static <E> SheetColumn<E> optional(String name, Function<E, Object> value) {
        return new SheetColumn<>(name, false, false, value);
    }

    static <E> SheetColumn<E> reference(String name, Function<E, Object> value) {
        return new SheetColumn<>(name, false, true, value);
    }
}
