package org.gongkai.csv;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines in an order in which each comes after those it refers to; lines that refer to each other come last. */
final class CsvLineOrder<E> {

    private final Map<CsvFile.Draft<E>, Integer> waitsFor = new HashMap<>();
    private final Map<CsvFile.Draft<E>, List<CsvFile.Draft<E>>> referrers = new HashMap<>();

    private CsvLineOrder(CsvFile<E> file) {
        Map<String, CsvFile.Draft<E>> byCode = new HashMap<>();
        file.drafts().forEach(draft -> byCode.putIfAbsent(draft.line().code(), draft));
        for (CsvFile.Draft<E> draft : file.drafts()) {
            List<CsvFile.Draft<E>> referred = file.sheet().references().stream()
                    .map(column -> byCode.get(draft.line().text(column)))
                    .filter(other -> other != null && other != draft)
                    .toList();
            waitsFor.put(draft, referred.size());
            referred.forEach(other ->
                    referrers.computeIfAbsent(other, none -> new ArrayList<>()).add(draft));
        }
    }

    static <E> List<CsvFile.Draft<E>> of(CsvFile<E> file) {
        return new CsvLineOrder<>(file).sorted(file.drafts());
    }

    private List<CsvFile.Draft<E>> sorted(List<CsvFile.Draft<E>> drafts) {
        List<CsvFile.Draft<E>> sorted = new ArrayList<>();
        Deque<CsvFile.Draft<E>> ready = new ArrayDeque<>();
        drafts.stream().filter(draft -> waitsFor.get(draft) == 0).forEach(ready::add);
        while (!ready.isEmpty()) {
            CsvFile.Draft<E> next = ready.remove();
            sorted.add(next);
            for (CsvFile.Draft<E> referrer : referrers.getOrDefault(next, List.of())) {
                if (waitsFor.merge(referrer, -1, Integer::sum) == 0) {
                    ready.add(referrer);
                }
            }
        }
        drafts.stream().filter(draft -> waitsFor.get(draft) > 0).forEach(sorted::add);
        return sorted;
    }
}
