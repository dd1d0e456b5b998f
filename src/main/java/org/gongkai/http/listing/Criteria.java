package org.gongkai.http.listing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The requested filters of a list, as a query with bound parameters. */
public final class Criteria {

    private final List<String> clauses = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> values = new HashMap<>();

    /**
     * Adds a filter if the request has it.
     *
     * @param clause the condition, which uses the parameter
     * @param parameter name of the parameter
     * @param value value of the parameter; {@code null} if the request does not have the filter
     */
    public Criteria and(String clause, String parameter, Object value) {
        if (value != null) {
            clauses.add(clause);
            values.put(parameter, value);
        }
        return this;
    }

    /**
     * Adds a filter with several values if the request has it.
     *
     * @param values the values; empty if the request does not have the filter
     */
    public Criteria andIn(String member, String parameter, Collection<?> values) {
        return values.isEmpty() ? this : and(member + " in :" + parameter, parameter, values);
    }

    /**
     * Adds a filter by patterns, one of which must match, if the request has it.
     *
     * @param patterns the patterns; empty if the request does not have the filter
     */
    public Criteria andLike(String member, String parameter, List<String> patterns) {
        List<String> names = IntStream.range(0, patterns.size())
                .mapToObj(index -> parameter + index)
                .toList();
        IntStream.range(0, patterns.size()).forEach(index -> values.put(names.get(index), patterns.get(index)));
        return patterns.isEmpty()
                ? this
                : and(names.stream()
                        .map(name -> member + " like :" + name)
                        .collect(Collectors.joining(" or ", "(", ")")));
    }

    /** Adds a condition that has no parameter. */
    public Criteria and(String clause) {
        clauses.add(clause);
        return this;
    }

    /** Sets a parameter of a condition. */
    public Criteria with(String parameter, Object value) {
        values.put(parameter, value);
        return this;
    }

    /** Returns the condition in the query language of Hibernate. */
    public String condition() {
        return String.join(" and ", clauses);
    }

    public Map<String, Object> values() {
        return values;
    }
}
