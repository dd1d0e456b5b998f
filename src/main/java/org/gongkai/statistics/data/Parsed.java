package org.gongkai.statistics.data;

import java.util.List;
import org.gongkai.problem.ParameterFault;

/**
 * A query as far as its parameters could be read without the database. A query with faults is still looked up in the
 * database, so that unknown codes are reported in the same answer as the other faults, but it is never answered.
 *
 * @param query the query, without the values that have faults
 * @param faults the faults of the parameters
 */
public record Parsed<Q>(Q query, List<ParameterFault> faults) {

    public Parsed {
        faults = List.copyOf(faults);
    }

    public boolean isValid() {
        return faults.isEmpty();
    }
}
