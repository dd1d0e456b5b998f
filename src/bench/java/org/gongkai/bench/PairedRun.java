package org.gongkai.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The results of the service and of its baseline. Their rounds alternate, so that both have the same conditions on the
 * machine.
 *
 * @param service the median of the rounds of the service
 * @param floor the median of the rounds of the baseline
 */
record PairedRun(Throughput service, Throughput floor) {

    /** Measures both in alternating rounds. The first round of each is a warm-up and does not count. */
    static PairedRun of(String what, int rounds, Supplier<Throughput> service, Supplier<Throughput> floor) {
        Map<String, Supplier<Measurement>> sides = new LinkedHashMap<>();
        sides.put("service", () -> Measurement.of(service.get()));
        sides.put("floor", () -> Measurement.of(floor.get()));
        Map<String, Measurement> medians = Rounds.of(what, rounds, sides);
        return new PairedRun(
                medians.get("service").throughput(), medians.get("floor").throughput());
    }

    double ratio() {
        return service.perSecond() / floor.perSecond();
    }
}
