package org.gongkai.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.testing.DeclaredOperation;
import org.gongkai.testing.HttpAnswer;

/** A series of random requests to one operation, which a seed reproduces. */
final class FuzzRound {

    private static final int MAX_SHOWN = 500;

    private final DeclaredOperation operation;
    private final RequestFuzzer fuzzer;
    private final long seed;
    private final Set<String> known = new TreeSet<>();

    FuzzRound(DeclaredOperation operation, ExistingData existingData, long seed) {
        this.operation = operation;
        this.seed = seed;
        this.fuzzer = new RequestFuzzer(
                operation,
                existingData,
                new FuzzRandom(31 * seed + operation.id().hashCode()));
    }

    /** Returns the faults of the answers, the first of each kind, and a command that repeats the request. */
    List<String> faults(WireClient client, int cases) {
        List<String> faults = new ArrayList<>();
        for (int number = 0; number < cases; number++) {
            FuzzedRequest request = fuzzer.next();
            String where = operation + ", seed " + seed + ", request " + number;
            send(client, request).stream()
                    .filter(fault -> known.add(fault.replaceAll("[0-9]+", "0")))
                    .map(fault -> where + ": " + fault + "\n" + request.curl(client.port()))
                    .forEach(faults::add);
        }
        return faults;
    }

    private List<String> send(WireClient client, FuzzedRequest request) {
        try {
            HttpAnswer answer = client.send(request);
            OptionalInt refused = request.refusedByTheServer();
            if (refused.isPresent()) {
                return answer.status() == refused.getAsInt()
                        ? List.of()
                        : List.of("accepts an invalid or too long address: " + answer.status());
            }
            String shown = new String(answer.body(), StandardCharsets.UTF_8);
            return operation.faults(answer).stream()
                    .map(fault -> fault + " in " + shown.substring(0, Math.min(MAX_SHOWN, shown.length())))
                    .toList();
        } catch (IOException e) {
            return List.of("no answer: " + e);
        }
    }
}
