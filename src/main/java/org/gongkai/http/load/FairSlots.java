package org.gongkai.http.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A limited number of slots for expensive work. Clients that wait receive slots in turn, one each, and no client has all
 * of them: however much one client asks for, another one waits for little more than the work that has begun. Waiting
 * needs no thread.
 */
public final class FairSlots {

    /** The number of requests of one client that may wait. More are refused at once. */
    private static final int MAX_WAITING_PER_CLIENT = 1_000;

    /** The number of requests that may wait. */
    private static final int MAX_WAITING = 10_000;

    private final int total;
    private final int perClient;
    private final Duration maxWait;
    private final Map<Client, Integer> taken = new HashMap<>();

    /** The requests that wait, by client. The client whose turn is next comes first. */
    private final Map<Client, Deque<CompletableFuture<Slot>>> queues = new LinkedHashMap<>();

    private int inUse;
    private int waiting;

    /**
     * Creates slots.
     *
     * @param total number of slots
     * @param perClient number of slots that one client may have
     * @param maxWait longest time that a request waits for a slot
     */
    public FairSlots(int total, int perClient, Duration maxWait) {
        this.total = total;
        this.perClient = perClient;
        this.maxWait = maxWait;
    }

    /** Returns the number of slots. */
    public int total() {
        return total;
    }

    /** Returns the number of slots that one client may have. */
    public int perClient() {
        return perClient;
    }

    /** A slot for one piece of work. Closing it gives it back, once. */
    public final class Slot implements AutoCloseable {

        private final Client client;
        private final AtomicBoolean closed = new AtomicBoolean();

        private Slot(Client client) {
            this.client = client;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                giveBack(client);
            }
        }
    }

    /**
     * Asks for a slot.
     *
     * @return the slot, as soon as there is one; fails with {@link java.util.concurrent.TimeoutException} if there is none
     *     in time. A slot that the caller no longer needs must be closed.
     */
    public CompletableFuture<Slot> acquire(Client client) {
        CompletableFuture<Slot> wanted = new CompletableFuture<>();
        synchronized (this) {
            if (!isFree(client)) {
                if (!enqueue(client, wanted)) {
                    throw Overload.busy();
                }
                wanted.orTimeout(maxWait.toMillis(), TimeUnit.MILLISECONDS)
                        .whenComplete((slot, late) -> forget(client, wanted));
                return wanted;
            }
            take(client);
        }
        wanted.complete(new Slot(client));
        return wanted;
    }

    private boolean isFree(Client client) {
        return inUse < total && taken.getOrDefault(client, 0) < perClient;
    }

    private boolean enqueue(Client client, CompletableFuture<Slot> wanted) {
        Deque<CompletableFuture<Slot>> queue = queues.computeIfAbsent(client, key -> new ArrayDeque<>());
        if (waiting >= MAX_WAITING || queue.size() >= MAX_WAITING_PER_CLIENT) {
            return false;
        }
        waiting++;
        return queue.add(wanted);
    }

    /** Removes a request that has waited too long, or has its slot. */
    private synchronized void forget(Client client, CompletableFuture<Slot> wanted) {
        Deque<CompletableFuture<Slot>> queue = queues.get(client);
        if (queue != null && queue.remove(wanted)) {
            waiting--;
            if (queue.isEmpty()) {
                queues.remove(client);
            }
        }
    }

    private void take(Client client) {
        inUse++;
        taken.merge(client, 1, Integer::sum);
    }

    private void giveBack(Client client) {
        synchronized (this) {
            inUse--;
            taken.computeIfPresent(client, (key, count) -> count > 1 ? count - 1 : null);
        }
        for (Optional<Runnable> next = next(); next.isPresent(); next = next()) {
            next.get().run();
        }
    }

    /** Takes the next slot for a request that waits. The action hands it over, or gives it back if it is too late. */
    private synchronized Optional<Runnable> next() {
        for (Iterator<Client> clients = queues.keySet().iterator(); clients.hasNext(); ) {
            Client client = clients.next();
            if (isFree(client)) {
                Deque<CompletableFuture<Slot>> queue = queues.get(client);
                CompletableFuture<Slot> wanted = queue.remove();
                clients.remove();
                if (!queue.isEmpty()) {
                    queues.put(client, queue);
                }
                waiting--;
                take(client);
                return Optional.of(() -> handOver(wanted, new Slot(client)));
            }
        }
        return Optional.empty();
    }

    private static void handOver(CompletableFuture<Slot> wanted, Slot slot) {
        if (!wanted.complete(slot)) {
            slot.close();
        }
    }
}
