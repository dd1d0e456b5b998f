package org.gongkai.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The filters of a list that were asked for, as a query with bound parameters. */
public final class Criteria {

    private final List<String> clauses = new ArrayList<>(List.of("1 = 1"));
    private final Map<String, Object> values = new HashMap<>();

    /**
     * Adds a filter, unless it was not asked for.
     *
     * @param clause the condition, in which the parameter is named
     * @param parameter its name
     * @param value its value; {@code null} when the filter was not asked for
     */
    public Criteria and(String clause, String parameter, Object value) {
        if (value != null) {
            clauses.add(clause);
            values.put(parameter, value);
        }
        return this;
    }

    /** Adds a condition that has no parameter. */
    public Criteria and(String clause) {
        clauses.add(clause);
        return this;
    }

    /** The condition in the query language of Hibernate. */
    public String condition() {
        return String.join(" and ", clauses);
    }

    public Map<String, Object> values() {
        return values;
    }
}
