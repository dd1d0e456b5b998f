package org.gongkai.csv;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sorts lines so that each comes after the lines it refers to. Lines in a cycle of references come last. */
final class CsvLineOrder<E> {

    private final Map<CsvFile.ParsedLine<E>, Integer> waitsFor = new HashMap<>();
    private final Map<CsvFile.ParsedLine<E>, List<CsvFile.ParsedLine<E>>> referrers = new HashMap<>();

    private CsvLineOrder(CsvFile<E> file) {
        Map<String, CsvFile.ParsedLine<E>> byCode = new HashMap<>();
        file.parsedLines().forEach(parsed -> byCode.putIfAbsent(parsed.line().code(), parsed));
        for (CsvFile.ParsedLine<E> parsed : file.parsedLines()) {
            List<CsvFile.ParsedLine<E>> referred = file.columns().references().stream()
                    .map(column -> byCode.get(parsed.line().text(column)))
                    .filter(other -> other != null && other != parsed)
                    .toList();
            waitsFor.put(parsed, referred.size());
            referred.forEach(other ->
                    referrers.computeIfAbsent(other, none -> new ArrayList<>()).add(parsed));
        }
    }

    static <E> List<CsvFile.ParsedLine<E>> of(CsvFile<E> file) {
        return new CsvLineOrder<>(file).sorted(file.parsedLines());
    }

    private List<CsvFile.ParsedLine<E>> sorted(List<CsvFile.ParsedLine<E>> parsedLines) {
        List<CsvFile.ParsedLine<E>> sorted = new ArrayList<>();
        Deque<CsvFile.ParsedLine<E>> ready = new ArrayDeque<>();
        parsedLines.stream().filter(parsed -> waitsFor.get(parsed) == 0).forEach(ready::add);
        while (!ready.isEmpty()) {
            CsvFile.ParsedLine<E> next = ready.remove();
            sorted.add(next);
            for (CsvFile.ParsedLine<E> referrer : referrers.getOrDefault(next, List.of())) {
                if (waitsFor.merge(referrer, -1, Integer::sum) == 0) {
                    ready.add(referrer);
                }
            }
        }
        parsedLines.stream().filter(parsed -> waitsFor.get(parsed) > 0).forEach(sorted::add);
        return sorted;
    }
}
