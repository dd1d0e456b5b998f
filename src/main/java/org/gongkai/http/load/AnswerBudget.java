package org.gongkai.http.load;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A limit on the memory for large answers that are being sent. An answer that several clients receive at the same time
 * is in memory once, and counts once. One client may cause half of the total.
 */
public final class AnswerBudget {

    private final long total;
    private final Map<byte[], Sharing> answers = new IdentityHashMap<>();
    private final Map<Client, Long> caused = new HashMap<>();
    private long sum;

    /** An answer that is being sent: the client that asked for it first, and the number of clients that receive it. */
    private record Sharing(Client first, int receivers) {

        Sharing with(int more) {
            return new Sharing(first, receivers + more);
        }
    }

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
        if (!answers.containsKey(answer)) {
            long ofClient = caused.getOrDefault(client, 0L);
            boolean fits = sum + answer.length <= total && ofClient + answer.length <= total / 2;
            if (!fits && !(sum == 0 || ofClient == 0 && sum + answer.length <= total)) {
                return Optional.empty();
            }
            caused.put(client, ofClient + answer.length);
            sum += answer.length;
        }
        answers.merge(answer, new Sharing(client, 1), (known, added) -> known.with(1));
        return Optional.of(new Once(() -> end(answer)));
    }

    private synchronized void end(byte[] answer) {
        Sharing rest = answers.computeIfPresent(answer, (key, sharing) -> sharing.with(-1));
        if (rest != null && rest.receivers == 0) {
            answers.remove(answer);
            sum -= answer.length;
            caused.computeIfPresent(
                    rest.first, (client, bytes) -> bytes > answer.length ? bytes - answer.length : null);
        }
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
