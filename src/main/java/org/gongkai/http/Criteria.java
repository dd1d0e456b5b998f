package org.gongkai.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    /** Adds a condition that has no parameter. */
    public Criteria and(String clause) {
        clauses.add(clause);
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
