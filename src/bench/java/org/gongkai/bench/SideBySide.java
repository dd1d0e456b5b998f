package org.gongkai.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The table of questions and of everything that answers them. */
final class SideBySide {

    private static final String HEAD = """
            | question | answered by | requests/s | service is faster by | p50 / p99, ms | processor time each: server / database, ms |
            |---|---|---|---|---|---|
            """;

    private final List<String> rows = new ArrayList<>();

    void add(Question question, Map<String, Measurement> sides) {
        double service = sides.get(QuestionBench.SERVICE).throughput().perSecond();
        sides.forEach((side, result) -> {
            boolean first = side.equals(QuestionBench.SERVICE);
            Throughput throughput = result.throughput();
            String row = "| %s | %s | %,.1f | %s | %s | %s |"
                    .formatted(
                            first ? question + ": " + question.title : "",
                            side,
                            throughput.perSecond(),
                            first ? "" : "%.2f ×".formatted(service / throughput.perSecond()),
                            throughput.times(),
                            result.processorTime());
            System.out.println(row);
            rows.add(row);
        });
    }

    @Override
    public String toString() {
        return rows.isEmpty() ? "" : HEAD + String.join("\n", rows) + "\n";
    }
}
