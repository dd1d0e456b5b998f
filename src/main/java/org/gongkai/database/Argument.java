package org.gongkai.database;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a statement is told of each of several things: an array, with as many elements as there are things.
 *
 * @param type the type of an element in the database
 * @param value the value of a thing; may be null
 */
public record Argument<T>(String type, Function<T, ?> value) {

    public static <T> Argument<T> text(Function<T, String> value) {
        return new Argument<>("text", value);
    }

    public static <T> Argument<T> number(Function<T, ? extends Number> value) {
        return new Argument<>("bigint", thing -> Optional.<Number>ofNullable(value.apply(thing))
                .map(Number::longValue)
                .orElse(null));
    }

    public static <T> Argument<T> amount(Function<T, BigDecimal> value) {
        return new Argument<>("numeric", value);
    }

    public static <T> Argument<T> time(Function<T, Instant> value) {
        return new Argument<>("timestamptz", thing -> Optional.ofNullable(value.apply(thing))
                .map(at -> at.atOffset(ZoneOffset.UTC))
                .orElse(null));
    }

    Object[] of(List<? extends T> things) {
        return things.stream().map(value).toArray();
    }
}
