package org.gongkai.sql;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An array parameter of a statement: it has a value for each of several elements.
 *
 * @param type the type of a value in the database
 * @param kind the type of a value in Java; the driver sends arrays of texts and numbers in binary form, without quoting
 *     each value
 * @param value returns the value of an element; may be null
 */
public record Argument<T>(String type, Class<?> kind, Function<T, ?> value) {

    public static <T> Argument<T> text(Function<T, String> value) {
        return new Argument<>("text", String.class, value);
    }

    public static <T> Argument<T> number(Function<T, ? extends Number> value) {
        return new Argument<>("bigint", Long.class, element -> Optional.<Number>ofNullable(value.apply(element))
                .map(Number::longValue)
                .orElse(null));
    }

    public static <T> Argument<T> amount(Function<T, BigDecimal> value) {
        return new Argument<>("numeric", BigDecimal.class, value);
    }

    public static <T> Argument<T> flag(Function<T, Boolean> value) {
        return new Argument<>("boolean", Boolean.class, value);
    }

    public static <T> Argument<T> time(Function<T, Instant> value) {
        return new Argument<>("timestamptz", OffsetDateTime.class, element -> Optional.ofNullable(value.apply(element))
                .map(at -> at.atOffset(ZoneOffset.UTC))
                .orElse(null));
    }

    Object[] of(List<? extends T> elements) {
        return elements.stream().map(value).toArray(length -> (Object[]) Array.newInstance(kind, length));
    }
}
