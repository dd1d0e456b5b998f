package org.gongkai.http.listing;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The query for a list.
 *
 * @param finder runs the query
 * @param criteria the filters of the request
 * @param order the order of the list
 */
public record ListQuery<T>(Finder<T> finder, Criteria criteria, ListOrder<T> order) {

    /** Runs a query with a condition in the query language of Hibernate. */
    public interface Finder<T> {
        PanacheQuery<T> find(String condition, Sort sort, Map<String, Object> values);
    }

    /** Returns the query for the complete list. */
    PanacheQuery<T> all() {
        return finder.find(criteria.condition(), order.sort(), criteria.values());
    }

    /** Returns the query for the entries after a cursor, by the values of its keys. */
    PanacheQuery<T> after(List<Object> keys) {
        Map<String, Object> values = new HashMap<>(criteria.values());
        for (int i = 0; i < keys.size(); i++) {
            values.put("after" + i, keys.get(i));
        }
        return finder.find(criteria.condition() + " and " + order.after(), order.sort(), values);
    }
}
