package org.gongkai.http.load;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A limit on the bytes that are in memory at the same time, in total and for each client. One client may have a part of
 * the total, so that the others find room. Its oldest request may exceed that part: of many large requests that it sends
 * at once, one is completed.
 */
public final class ByteBudget {

    private final long total;
    private final long perClient;
    private final Map<Client, Share> shares = new HashMap<>();
    private long sum;

    /** The part of the budget that one client holds. */
    private static final class Share {

        private long bytes;

        /** The requests that hold bytes, the oldest first. */
        private final Set<Reservation> requests = new LinkedHashSet<>();

        private boolean isOldest(Reservation request) {
            return requests.isEmpty() || requests.iterator().next() == request;
        }
    }

    /**
     * Creates a budget.
     *
     * @param total maximum number of bytes of all clients
     * @param perClient maximum number of bytes of one client; its oldest request may exceed it
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

    private synchronized boolean take(Reservation request, long more) {
        Share share = shares.getOrDefault(request.client, new Share());
        if (sum + more > total || share.bytes + more > perClient && !share.isOldest(request)) {
            return false;
        }
        share.bytes += more;
        share.requests.add(request);
        shares.put(request.client, share);
        sum += more;
        return true;
    }

    private synchronized void giveBack(Reservation request) {
        Share share = shares.get(request.client);
        if (share != null && share.requests.remove(request)) {
            share.bytes -= request.bytes;
            sum -= request.bytes;
            if (share.requests.isEmpty()) {
                shares.remove(request.client);
            }
        }
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
            if (closed || !take(this, more)) {
                return false;
            }
            bytes += more;
            return true;
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                giveBack(this);
            }
        }
    }
}
