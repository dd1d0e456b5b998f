package org.gongkai.registry;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines in an order in which each comes after those it refers to; lines that refer to each other come last. */
final class SheetOrder<E> {

    private final Map<SheetFile.Draft<E>, Integer> waitsFor = new HashMap<>();
    private final Map<SheetFile.Draft<E>, List<SheetFile.Draft<E>>> referrers = new HashMap<>();

    private SheetOrder(SheetFile<E> file) {
        Map<String, SheetFile.Draft<E>> byCode = new HashMap<>();
        file.drafts().forEach(draft -> byCode.putIfAbsent(draft.line().code(), draft));
        for (SheetFile.Draft<E> draft : file.drafts()) {
            List<SheetFile.Draft<E>> referred = file.sheet().references().stream()
                    .map(column -> byCode.get(draft.line().text(column)))
                    .filter(other -> other != null && other != draft)
                    .toList();
            waitsFor.put(draft, referred.size());
            referred.forEach(other ->
                    referrers.computeIfAbsent(other, none -> new ArrayList<>()).add(draft));
        }
    }

    static <E> List<SheetFile.Draft<E>> of(SheetFile<E> file) {
        return new SheetOrder<>(file).sorted(file.drafts());
    }

    private List<SheetFile.Draft<E>> sorted(List<SheetFile.Draft<E>> drafts) {
        List<SheetFile.Draft<E>> sorted = new ArrayList<>();
        Deque<SheetFile.Draft<E>> ready = new ArrayDeque<>();
        drafts.stream().filter(draft -> waitsFor.get(draft) == 0).forEach(ready::add);
        while (!ready.isEmpty()) {
            SheetFile.Draft<E> next = ready.remove();
            sorted.add(next);
            for (SheetFile.Draft<E> referrer : referrers.getOrDefault(next, List.of())) {
                if (waitsFor.merge(referrer, -1, Integer::sum) == 0) {
                    ready.add(referrer);
                }
            }
        }
        drafts.stream().filter(draft -> waitsFor.get(draft) > 0).forEach(sorted::add);
        return sorted;
    }
}
