package org.gongkai.statistics.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/** Keeps answers as they were written, for as long as the data are in the state they were made from, and there is room. */
@ApplicationScoped
class ResponseCache {

    /** How roll-ups are answered. */
    @ConfigMapping(prefix = "gongkai.statistics")
    interface Config {

        /** Memory for answers that are kept to be given again; 0 keeps none. */
        @WithDefault("64M")
        MemorySize cache();
    }

    /** What an entry takes beside the characters of its question and the bytes of its answer, headers included, roughly. */
    private static final int OVERHEAD = 1_000;

    private final Cache<Asked, CachedResponse> cachedResponses;

    ResponseCache(Config config) {
        this.cachedResponses = Caffeine.newBuilder()
                .maximumWeight(config.cache().asLongValue())
                .weigher(ResponseCache::weight)
                .build();
    }

    /**
     * What is asked, by whom and when.
     *
     * @param address the address with its parameters, as it came
     * @param accept the formats that can be read
     * @param language the languages that can be read
     * @param audience sets those who are told one thing apart from those who are told another; empty for what everybody may know
     * @param state the state of the data it is asked of
     */
    record Asked(String address, String accept, String language, String audience, long state) {

        static Asked of(HttpServerRequest request, String audience, long state) {
            return new Asked(
                    request.uri(),
                    all(request, HttpHeaders.ACCEPT),
                    all(request, HttpHeaders.ACCEPT_LANGUAGE),
                    audience,
                    state);
        }

        /** A header may come in several lines, of which each counts. */
        private static String all(HttpServerRequest request, String header) {
            return String.join(",", request.headers().getAll(header));
        }

        private int characters() {
            return address.length() + accept.length() + language.length() + audience.length();
        }
    }

    Optional<CachedResponse> find(Asked asked) {
        return Optional.ofNullable(cachedResponses.getIfPresent(asked));
    }

    void keep(Asked asked, CachedResponse cachedResponse) {
        cachedResponses.put(asked, cachedResponse);
    }

    private static int weight(Asked asked, CachedResponse cachedResponse) {
        return OVERHEAD + 2 * asked.characters() + cachedResponse.body().length;
    }
}
