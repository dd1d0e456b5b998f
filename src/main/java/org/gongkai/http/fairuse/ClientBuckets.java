package org.gongkai.http.fairuse;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.gongkai.http.load.Client;

/** A token bucket for each client. A bucket that has not been used for long is full again, and is forgotten. */
final class ClientBuckets {

    private static final int MAX_CLIENTS = 100_000;

    private final LoadingCache<Client, Bucket> buckets;

    /**
     * Creates the buckets.
     *
     * @param capacity size of a bucket
     * @param refill number of tokens that are added in a period
     * @param period the period
     */
    ClientBuckets(long capacity, long refill, Duration period) {
        Duration full = period.multipliedBy(1 + capacity / refill);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_CLIENTS)
                .expireAfterAccess(full.plusMinutes(1))
                .build(client -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, period))
                        .withNanosecondPrecision()
                        .build());
    }

    Bucket of(Client client) {
        return buckets.get(client);
    }
}
