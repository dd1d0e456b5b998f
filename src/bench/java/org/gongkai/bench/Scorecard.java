package org.gongkai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The table of results with their targets. */
final class Scorecard {

    private final List<String> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** Adds a result of which more is better: the ratio must reach the target. */
    void atLeast(String what, PairedRun pairedRun, double target) {
        row(
                what,
                pairedRun.service().toString(),
                pairedRun.floor().toString(),
                pairedRun.ratio(),
                "≥ %.2f".formatted(target),
                pairedRun.ratio() >= target);
    }

    /** Adds a result of which more is better: the ratio must reach the target. */
    void atLeast(String what, Throughput service, Throughput floor, double target) {
        atLeast(what, new PairedRun(service, floor), target);
    }

    /** Adds a result of which less is better: the ratio must not exceed the target. */
    void atMost(String what, double service, double floor, double target) {
        double ratio = service / floor;
        row(
                what,
                "%.2f ms".formatted(service),
                "%.2f ms".formatted(floor),
                ratio,
                "≤ %.2f".formatted(target),
                ratio <= target);
    }

    void row(String what, String service, String floor, double ratio, String target, boolean met) {
        add(what, service, floor, "%.2f".formatted(ratio), target, met ? "yes" : "**no**");
    }

    /** Adds a value without a target. */
    void addValue(String what, String value) {
        add(what, value, "", "", "", "");
    }

    void note(String note) {
        notes.add(note);
    }

    void add(String... cells) {
        rows.add("| " + String.join(" | ", cells) + " |");
        System.out.println(rows.get(rows.size() - 1));
    }

    /**
     * Writes the table.
     *
     * @param more another table; may be empty
     */
    void write(Path file, String more) {
        String table = """
                | what | service | floor | ratio | target | met |
                |---|---|---|---|---|---|
                """ + String.join("\n", rows) + "\n\n" + more + "\n"
                + String.join("\n", notes.stream().map(note -> "* " + note).toList()) + "\n";
        System.out.println("\n" + table);
        try {
            Files.writeString(file, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
