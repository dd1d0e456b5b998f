package org.gongkai.http.listing;

import io.quarkus.panache.common.Sort;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The order of a list, by keys that are unique together. A page can begin after the keys of an entry, so that entries
 * which are added or removed meanwhile do not shift the following pages.
 *
 * @param keys the keys, the most significant first
 */
public record ListOrder<T>(List<Key<T>> keys) {

    /** A character that codes do not have, and that needs no encoding in an address. */
    static final String SEPARATOR = ".";

    /** The format of cursors, as a regular expression: codes and numbers, separated. */
    static final String CURSOR_PATTERN = "^[A-Za-z0-9.-]{1,200}$";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern MICROSECONDS = Pattern.compile("[0-9]{1,17}");

    /**
     * A key.
     *
     * @param member the member in the query language of Hibernate
     * @param descending whether the highest value comes first
     * @param value returns the value of an entry
     * @param parsed parses a value in a cursor; empty if it is malformed
     */
    public record Key<T>(
            String member, boolean descending, Function<T, ?> value, Function<String, Optional<Object>> parsed) {

        public static <T> Key<T> ofCode(String member, Function<T, String> value) {
            return new Key<>(member, false, value, Optional::of);
        }

        public static <T> Key<T> ofNumber(String member, Function<T, ? extends Number> value) {
            return new Key<>(member, false, value, ListOrder::number);
        }

        /** Returns the key of a value of a closed set, which is sorted by its name. */
        public static <T, E extends Enum<E>> Key<T> ofChoice(String member, Class<E> choices, Function<T, E> value) {
            return new Key<>(
                    member, false, entry -> value.apply(entry).name(), text -> Stream.of(choices.getEnumConstants())
                            .filter(choice -> choice.name().equals(text))
                            .map(Object.class::cast)
                            .findFirst());
        }

        /** Returns the key of a time with the precision of the database. */
        public static <T> Key<T> ofInstant(String member, Function<T, Instant> value) {
            return new Key<>(
                    member,
                    false,
                    entry -> ChronoUnit.MICROS.between(Instant.EPOCH, value.apply(entry)),
                    ListOrder::instant);
        }

        public static <T> Key<T> ofDay(String member, Function<T, LocalDate> value) {
            return new Key<>(member, false, entry -> value.apply(entry).toEpochDay(), ListOrder::day);
        }

        /** Returns the key with the highest value first. */
        Key<T> reversed() {
            return new Key<>(member, !descending, value, parsed);
        }
    }

    /** Returns the order by a code. */
    public static <T> ListOrder<T> byCode(String member, Function<T, String> value) {
        return new ListOrder<>(List.of(Key.ofCode(member, value)));
    }

    /** Returns the order by a number, the highest first. */
    public static <T> ListOrder<T> byNumberDescending(String member, Function<T, ? extends Number> value) {
        return new ListOrder<>(List.of(Key.<T>ofNumber(member, value).reversed()));
    }

    /** Adds a number as a further key. */
    public ListOrder<T> thenByNumber(String member, Function<T, ? extends Number> value) {
        return then(Key.<T>ofNumber(member, value));
    }

    /** Adds a code as a further key. */
    public ListOrder<T> thenByCode(String member, Function<T, String> value) {
        return then(Key.ofCode(member, value));
    }

    private ListOrder<T> then(Key<T> key) {
        return new ListOrder<>(Stream.concat(keys.stream(), Stream.of(key)).toList());
    }

    /** Returns the order by some keys, and then by these. */
    ListOrder<T> after(List<Key<T>> first) {
        return new ListOrder<>(Stream.concat(first.stream(), keys.stream()).toList());
    }

    /** Parses a number. Hibernate converts it to the type of the member. */
    private static Optional<Object> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<Object> instant(String text) {
        return MICROSECONDS.matcher(text).matches()
                ? Optional.of(Instant.EPOCH.plus(Long.parseLong(text), ChronoUnit.MICROS))
                : Optional.empty();
    }

    private static Optional<Object> day(String text) {
        return NUMBER.matcher(text).matches()
                ? Optional.of(LocalDate.ofEpochDay(Long.parseLong(text)))
                : Optional.empty();
    }

    Sort sort() {
        Sort sort = Sort.empty();
        keys.forEach(
                key -> sort.and(key.member(), key.descending() ? Sort.Direction.Descending : Sort.Direction.Ascending));
        return sort;
    }

    /** Returns the cursor of an entry: its keys. */
    String cursor(T entry) {
        return String.join(
                SEPARATOR,
                keys.stream()
                        .map(key -> String.valueOf(key.value().apply(entry)))
                        .toList());
    }

    /** Returns the values of the keys in a cursor; empty if it is malformed. */
    Optional<List<Object>> values(String cursor) {
        String[] parts = cursor.split(Pattern.quote(SEPARATOR), -1);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < keys.size() && parts.length == keys.size(); i++) {
            keys.get(i).parsed().apply(parts[i]).ifPresent(values::add);
        }
        return Optional.of(values).filter(all -> all.size() == keys.size());
    }

    /** Returns the condition that an entry comes after the keys; their values are parameters after0, after1 and so on. */
    String after() {
        List<String> alternatives = new ArrayList<>();
        StringBuilder equal = new StringBuilder();
        for (int i = 0; i < keys.size(); i++) {
            Key<T> key = keys.get(i);
            alternatives.add(equal + key.member() + (key.descending() ? " < " : " > ") + ":after" + i);
            equal.append(key.member()).append(" = :after").append(i).append(" and ");
        }
        return "(" + String.join(" or ", alternatives) + ")";
    }
}
