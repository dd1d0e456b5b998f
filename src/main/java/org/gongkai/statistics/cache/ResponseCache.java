package org.gongkai.statistics.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.gongkai.statistics.data.CacheMemory;

/** Keeps responses in memory while there is room. A response for a former version of the data is no longer found. */
@ApplicationScoped
class ResponseCache {

    /** The approximate size of an entry beside its key and its body, in bytes. */
    private static final int OVERHEAD = 1_000;

    private static final int MAX_SPELLINGS = 10_000;
    private static final int MAX_SPELLING_LENGTH = 1_000;

    private final Cache<CacheKey, CachedResponse> responses;

    /** The keys of requests that have been answered: their parameters need not be parsed again. */
    private final Cache<RequestSpelling, ResponseKey> spellings;

    ResponseCache(CacheMemory available) {
        long memory = available.ofResponses();
        this.responses = Caffeine.newBuilder()
                .maximumWeight(memory)
                .weigher(ResponseCache::weight)
                .build();
        this.spellings = Caffeine.newBuilder()
                .maximumSize(memory == 0 ? 0 : MAX_SPELLINGS)
                .build();
    }

    Optional<CachedResponse> find(CacheKey key) {
        return Optional.ofNullable(responses.getIfPresent(key));
    }

    void put(CacheKey key, CachedResponse response) {
        responses.put(key, response);
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
        return OVERHEAD + 2 * (key.response().uri().text().length() + agencies) + response.body().length;
    }
}
