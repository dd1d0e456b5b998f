package org.gongkai.statistics.data;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Returns this query with more faults, which come first. They replace other faults of the same parameters. */
    public Parsed<Q> and(List<ParameterFault> found) {
        Set<String> names = found.stream().map(ParameterFault::name).collect(Collectors.toSet());
        Stream<ParameterFault> others = faults.stream().filter(fault -> !names.contains(fault.name()));
        return new Parsed<>(query, Stream.concat(found.stream(), others).toList());
    }

    public boolean isValid() {
        return faults.isEmpty();
    }
}
