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
 * What a statement is told of each of several things: an array, with as many elements as there are things.
 *
 * @param type the type of an element in the database
 * @param kind the same in Java; the driver sends arrays of texts and of numbers as they are, without writing each down in quotes
 * @param value the value of a thing; may be null
 */
public record Argument<T>(String type, Class<?> kind, Function<T, ?> value) {

    public static <T> Argument<T> text(Function<T, String> value) {
        return new Argument<>("text", String.class, value);
    }

    public static <T> Argument<T> number(Function<T, ? extends Number> value) {
        return new Argument<>("bigint", Long.class, thing -> Optional.<Number>ofNullable(value.apply(thing))
                .map(Number::longValue)
                .orElse(null));
    }

    public static <T> Argument<T> amount(Function<T, BigDecimal> value) {
        return new Argument<>("numeric", BigDecimal.class, value);
    }

    public static <T> Argument<T> time(Function<T, Instant> value) {
        return new Argument<>("timestamptz", OffsetDateTime.class, thing -> Optional.ofNullable(value.apply(thing))
                .map(at -> at.atOffset(ZoneOffset.UTC))
                .orElse(null));
    }

    Object[] of(List<? extends T> things) {
        return things.stream().map(value).toArray(length -> (Object[]) Array.newInstance(kind, length));
    }
}
