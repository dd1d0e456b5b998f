package org.gongkai.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Measures several sides in alternating rounds, so that all have the same conditions on the machine. */
final class Rounds {

    private Rounds() {}

    /**
     * Measures every side once in each round. The first round is a warm-up and does not count.
     *
     * @return the median of the rounds of each side
     */
    static Map<String, Measurement> of(String what, int rounds, Map<String, Supplier<Measurement>> sides) {
        Map<String, List<Measurement>> results = new LinkedHashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (String side : sides.keySet()) {
                Measurement result = sides.get(side).get();
                System.out.printf("  %s, %s: %s %s%n", what, round == 0 ? "warm-up" : round, side, result.throughput());
                if (round > 0) {
                    results.computeIfAbsent(side, first -> new ArrayList<>()).add(result);
                }
            }
        }
        Map<String, Measurement> medians = new LinkedHashMap<>();
        results.forEach((side, all) -> medians.put(side, median(all)));
        return medians;
    }

    private static Measurement median(List<Measurement> results) {
        return results.stream()
                .sorted(Comparator.comparingDouble(result -> result.throughput().perSecond()))
                .toList()
                .get(results.size() / 2);
    }
}
