package org.gongkai.statistics.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.gongkai.statistics.data.CacheMemory;

/** Keeps responses in memory while there is room. A response for a former version of the data is no longer found. */
@ApplicationScoped
class ResponseCache {

    /** The size up to which a response is in memory in any case: more would not be saved by a file. */
    private static final long SMALL = 1 << 16;

    private static final long LARGEST = 4L << 20;

    /** The approximate size of an entry beside its key and its body, in bytes. */
    private static final int OVERHEAD = 1_000;

    /**
     * The part of the cache that one response may have. A larger one would replace too many others; it is computed again
     * for each client that does not have it.
     */
    private static final int PART_OF_CACHE = 16;

    private static final int MAX_SPELLINGS = 10_000;
    private static final int MAX_SPELLING_LENGTH = 1_000;

    private final int largest;
    private final Cache<CacheKey, CachedResponse> responses;

    /** The keys of requests that have been answered: their parameters need not be parsed again. */
    private final Cache<RequestSpelling, ResponseKey> spellings;

    ResponseCache(CacheMemory available) {
        long memory = available.ofResponses();
        this.largest = (int) Math.max(SMALL, Math.min(LARGEST, memory / PART_OF_CACHE));
        this.responses = Caffeine.newBuilder()
                .maximumWeight(memory)
                .weigher(ResponseCache::weight)
                .build();
        this.spellings = Caffeine.newBuilder()
                .maximumSize(memory == 0 ? 0 : MAX_SPELLINGS)
                .build();
    }

    /** Returns the size of the largest response that is kept, in bytes. */
    int largest() {
        return largest;
    }

    Optional<CachedResponse> find(CacheKey key) {
        return Optional.ofNullable(responses.getIfPresent(key));
    }

    /** Keeps a response, if it is small enough. */
    void put(CacheKey key, CachedResponse response) {
        if (response.body().isInMemory()) {
            responses.put(key, response);
        }
    }

    /** Returns the key of a request without credentials, if such a request has been answered. */
    Optional<ResponseKey> find(RequestSpelling spelling) {
        return Optional.ofNullable(spellings.getIfPresent(spelling));
    }

    /** Remembers the key of a request without credentials. */
    void put(RequestSpelling spelling, ResponseKey key) {
        if (spelling.length() <= MAX_SPELLING_LENGTH) {
            spellings.put(spelling, key);
        }
    }

    private static int weight(CacheKey key, CachedResponse response) {
        int agencies = key.response().audience().agencies().stream()
                .mapToInt(String::length)
                .sum();
        return OVERHEAD + 2 * (key.response().uri().text().length() + agencies) + response.bytes().length;
    }
}
