package org.gongkai.statistics.cache;

import org.gongkai.statistics.data.DataVersions;

/**
 * The key of a response in the cache.
 *
 * @param response everything that the response depends on, except for the data
 * @param dataVersion the version that the data in the scope of the response had when it was requested
 */
record CacheKey(ResponseKey response, long dataVersion) {

    /** Returns the key of a response that is requested while some versions of the data are known. */
    static CacheKey of(ResponseKey response, DataVersions known) {
        return new CacheKey(response, known.version(response.scope()).number());
    }
}
