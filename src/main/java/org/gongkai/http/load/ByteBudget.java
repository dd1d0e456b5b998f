package org.gongkai.http.load;

import java.util.HashMap;
import java.util.Map;

/**
 * A limit on the bytes that are in memory at the same time, in total and for each client. One client may have a part of
 * the total, so that the others find room.
 */
public final class ByteBudget {

    private final long total;
    private final long perClient;
    private final Map<Client, Long> held = new HashMap<>();
    private long sum;

    /**
     * Creates a budget.
     *
     * @param total maximum number of bytes of all clients
     * @param perClient maximum number of bytes of one client; a single request of a client may exceed it
     */
    public ByteBudget(long total, long perClient) {
        this.total = total;
        this.perClient = perClient;
    }

    /** Opens a reservation without any bytes. */
    public Reservation open(Client client) {
        return new Reservation(client);
    }

    /** Returns the number of bytes that are reserved. */
    public synchronized long reserved() {
        return sum;
    }

    /** Returns the maximum number of bytes of all clients. */
    public long total() {
        return total;
    }

    /** Returns the maximum number of bytes of one client. */
    public long perClient() {
        return perClient;
    }

    private synchronized boolean take(Client client, long own, long more) {
        long ofClient = held.getOrDefault(client, 0L);
        boolean isOnlyRequest = ofClient == own;
        if (sum + more > total || ofClient + more > perClient && !isOnlyRequest) {
            return false;
        }
        held.put(client, ofClient + more);
        sum += more;
        return true;
    }

    private synchronized void giveBack(Client client, long bytes) {
        held.computeIfPresent(client, (key, ofClient) -> ofClient > bytes ? ofClient - bytes : null);
        sum -= bytes;
    }

    /** The bytes of one request. Closing it gives them back. */
    public final class Reservation implements AutoCloseable {

        private final Client client;
        private long bytes;
        private boolean closed;

        private Reservation(Client client) {
            this.client = client;
        }

        /**
         * Reserves further bytes.
         *
         * @return whether there was room for them
         */
        public synchronized boolean add(long more) {
            if (closed || !take(client, bytes, more)) {
                return false;
            }
            bytes += more;
            return true;
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                giveBack(client, bytes);
            }
        }
    }
}
