package org.gongkai.http.load;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The budgets and slots of this replica, as the settings and the memory of the process determine them. */
@Singleton
public class LoadControl {

    /** The part of a budget that one client may have: a quarter. */
    private static final int PARTS = 4;

    /** The part of the heap for bodies, and for answers: an eighth. */
    private static final int PART_OF_HEAP = 8;

    /** The heap that one query may need. */
    private static final long HEAP_PER_QUERY = 64L << 20;

    private static final int MAX_QUERIES = 8;

    private final ByteBudget bodies;
    private final AnswerBudget answers;
    private final ByteBudget spool;
    private final FairSlots queries;
    private final FairSlots largeQueries;
    private final FairSlots exports;
    private final FairSlots documents;
    private final FairSlots batches;

    LoadControl(LoadLimits limits) {
        long ofBodies = bytes(limits.bodies());
        bodies = new ByteBudget(ofBodies, ofBodies / PARTS);
        answers = new AnswerBudget(bytes(limits.answers()));
        spool = new ByteBudget(limits.spool().asLongValue(), limits.spool().asLongValue() / 2);
        queries = slots(limits.queries().orElseGet(LoadControl::queriesByHeap), limits);
        largeQueries = slots(limits.largeQueries().orElse(Math.max(1, queries.total() / PARTS)), limits);
        exports = slots(limits.exports(), limits);
        documents = slots(limits.documents().orElseGet(LoadControl::documentsByProcessors), limits);
        batches = slots(limits.batches(), limits);
    }

    private static long bytes(Optional<MemorySize> setting) {
        return setting.map(MemorySize::asLongValue)
                .orElseGet(() -> Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /** Without fair use, the requests of all clients may come from one address, which then must not get only half of the slots. */
    private static FairSlots slots(int total, LoadLimits limits) {
        return new FairSlots(total, limits.fairUse() ? Math.max(1, total / 2) : total, limits.maxWait());
    }

    static int queriesByHeap() {
        long byHeap = Runtime.getRuntime().maxMemory() / HEAP_PER_QUERY;
        return (int) Math.max(2, Math.min(MAX_QUERIES, byHeap));
    }

    static int documentsByProcessors() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    /** Returns the memory for bodies. */
    public ByteBudget bodies() {
        return bodies;
    }

    /** Returns the memory for large answers. */
    public AnswerBudget answers() {
        return answers;
    }

    /** Returns the disk space for the temporary files of batches. */
    public ByteBudget spool() {
        return spool;
    }

    /** Returns the slots of queries that are computed, except for large ones. */
    public FairSlots queries() {
        return queries;
    }

    /** Returns the slots of large queries that are computed. */
    public FairSlots largeQueries() {
        return largeQueries;
    }

    /** Returns the slots of exports. */
    public FairSlots exports() {
        return exports;
    }

    /** Returns the slots of documents that are read, and of those that are written as PDF. */
    public FairSlots documents() {
        return documents;
    }

    /** Returns the slots of batches. */
    public FairSlots batches() {
        return batches;
    }
}
