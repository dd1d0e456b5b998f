package org.gongkai.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        List<Throughput> ofService = new ArrayList<>();
        List<Throughput> ofFloor = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            Throughput one = service.get();
            Throughput other = floor.get();
            System.out.printf("  %s, %s: service %s; floor %s%n", what, round == 0 ? "warm-up" : round, one, other);
            if (round > 0) {
                ofService.add(one);
                ofFloor.add(other);
            }
        }
        return new PairedRun(median(ofService), median(ofFloor));
    }

    double ratio() {
        return service.perSecond() / floor.perSecond();
    }

    private static Throughput median(List<Throughput> rates) {
        return rates.stream()
                .sorted(Comparator.comparingDouble(Throughput::perSecond))
                .toList()
                .get(rates.size() / 2);
    }
}
