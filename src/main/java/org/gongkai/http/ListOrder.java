package org.gongkai.http;

import io.quarkus.panache.common.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The order of a list, by keys that are unique together. A page can begin after the keys of an entry, so that entries
 * which are added or removed meanwhile do not shift the following pages.
 *
 * @param keys the keys, the most significant first
 */
public record ListOrder<T>(List<Key<T>> keys) {

    /** A character that codes do not have, and that needs no encoding in an address. */
    private static final String SEPARATOR = ".";

    /** The format of cursors, as a regular expression: codes and numbers, separated. */
    static final String CURSOR_PATTERN = "^[A-Za-z0-9.-]{1,64}$";

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /**
     * A key.
     *
     * @param member the member in the query language of Hibernate
     * @param descending whether the highest value comes first
     * @param value returns the value of an entry
     * @param parsed parses a value in a cursor; empty if it is malformed
     */
    public record Key<T>(
            String member, boolean descending, Function<T, ?> value, Function<String, Optional<Object>> parsed) {}

    /** Returns the order by a code. */
    public static <T> ListOrder<T> byCode(String member, Function<T, String> value) {
        return new ListOrder<>(List.of(new Key<>(member, false, value, Optional::of)));
    }

    /** Returns the order by a number, the highest first. */
    public static <T> ListOrder<T> byNumberDescending(String member, Function<T, ? extends Number> value) {
        return new ListOrder<>(List.of(new Key<>(member, true, value, ListOrder::number)));
    }

    /** Adds a number as a further key. */
    public ListOrder<T> thenByNumber(String member, Function<T, ? extends Number> value) {
        List<Key<T>> more = new ArrayList<>(keys);
        more.add(new Key<>(member, false, value, ListOrder::number));
        return new ListOrder<>(List.copyOf(more));
    }

    /** Parses a number. Hibernate converts it to the type of the member. */
    private static Optional<Object> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
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
