package org.gongkai.http.semantics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The template of the path of some addresses.
 *
 * @param segments its segments; a variable one begins with a brace
 */
record AddressTemplate(List<String> segments) {

    AddressTemplate {
        segments = List.copyOf(segments);
    }

    static AddressTemplate of(String path) {
        return new AddressTemplate(split(path));
    }

    /** Returns the segments of a path. A slash at the end is ignored. */
    static List<String> split(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    /** Returns whether a path of this number of segments matches. */
    boolean matches(List<String> path) {
        return IntStream.range(0, segments.size())
                .allMatch(index ->
                        isVariable(segments.get(index)) || segments.get(index).equals(path.get(index)));
    }

    /** Returns the number of variable segments. */
    long variables() {
        return segments.stream().filter(AddressTemplate::isVariable).count();
    }

    /** Returns this template without the names of its variables. */
    AddressTemplate unnamed() {
        return new AddressTemplate(segments.stream()
                .map(segment -> isVariable(segment) ? "{}" : segment)
                .toList());
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{");
    }
}
