package org.gongkai.http.load;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A limit on the memory for large answers that are being sent. An answer that several clients receive at the same time
 * is in memory once, and counts once: for the client that receives it longest. One client may have half of the total.
 */
public final class AnswerBudget {

    private final long total;

    /** The clients that receive each answer. The answer counts for the first of them. */
    private final Map<byte[], Deque<Client>> receivers = new IdentityHashMap<>();

    private final Map<Client, Long> counted = new HashMap<>();
    private long sum;

    /**
     * Creates a budget.
     *
     * @param total maximum number of bytes; a single answer may exceed it
     */
    public AnswerBudget(long total) {
        this.total = total;
    }

    /** The permission to send an answer. Closing it ends the sending. */
    public interface Sending extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Begins to send an answer.
     *
     * @return empty if there is no room for it
     */
    public synchronized Optional<Sending> begin(Client client, byte[] answer) {
        if (!receivers.containsKey(answer)) {
            if (!fits(answer.length, counted.getOrDefault(client, 0L))) {
                return Optional.empty();
            }
            sum += answer.length;
            count(client, answer.length);
        }
        receivers.computeIfAbsent(answer, key -> new ArrayDeque<>()).add(client);
        return Optional.of(new Once(() -> end(client, answer)));
    }

    /** Returns whether there is room. The only answer of a client, or of all clients, may be larger than its share. */
    private boolean fits(long size, long ofClient) {
        return sum == 0 || sum + size <= total && (ofClient == 0 || ofClient + size <= total / 2);
    }

    private void count(Client client, long bytes) {
        counted.merge(client, bytes, (own, more) -> own + more == 0 ? null : own + more);
    }

    private synchronized void end(Client client, byte[] answer) {
        Deque<Client> clients = receivers.get(answer);
        Client first = clients.peek();
        clients.removeFirstOccurrence(client);
        if (clients.isEmpty()) {
            receivers.remove(answer);
            sum -= answer.length;
        } else {
            count(clients.peek(), answer.length);
        }
        count(first, -answer.length);
    }

    /** Returns the maximum number of bytes. */
    public long total() {
        return total;
    }

    /** Returns the number of bytes that are being sent. */
    public synchronized long sent() {
        return sum;
    }

    /** A permission that ends once, however often it is closed. */
    private static final class Once implements Sending {

        private Runnable end;

        Once(Runnable end) {
            this.end = end;
        }

        @Override
        public synchronized void close() {
            if (end != null) {
                end.run();
                end = null;
            }
        }
    }
}
