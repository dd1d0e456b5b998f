package org.gongkai.http.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.http.listing.ListOrder.Key;
import org.gongkai.http.parameter.ListParameter;
import org.gongkai.problem.ParameterFault;

/**
 * The sort criteria of a list, for its parameter {@code orderBy}. A minus before a criterion means from high to low.
 *
 * @param keys the keys by the names of the criteria
 * @param last the order of entries that are equal by the criteria
 */
public record ListSort<T>(Map<String, Key<T>> keys, ListOrder<T> last) {

    /** Returns the faults of the values of the parameter. */
    public List<ParameterFault> faults(String name, List<String> values) {
        return ListParameter.unknown(
                name,
                values,
                keys.keySet().stream()
                        .sorted()
                        .flatMap(key -> Stream.of(key, "-" + key))
                        .toList());
    }

    /** Returns the order by the values of the parameter, which have been checked. */
    public ListOrder<T> order(List<String> orderBy) {
        List<Key<T>> first = new ArrayList<>();
        for (String criterion : ListParameter.values(orderBy)) {
            first.add(
                    criterion.startsWith("-") ? keys.get(criterion.substring(1)).reversed() : keys.get(criterion));
        }
        return last.after(first);
    }
}
