package org.gongkai.http.semantics;

import java.util.ArrayList;
import java.util.List;

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
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/")) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return segments;
    }

    /** Returns whether a path of the same number of segments matches. */
    boolean matches(List<String> path) {
        for (int index = 0; index < segments.size(); index++) {
            if (!isVariable(segments.get(index)) && !segments.get(index).equals(path.get(index))) {
                return false;
            }
        }
        return true;
    }

    /** Returns the path, with the names of its variables in braces. */
    String path() {
        return "/" + String.join("/", segments);
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
