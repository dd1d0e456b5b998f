package org.gongkai.statistics.cache;

/**
 * The key of a response in the cache.
 *
 * @param response everything that the response depends on, except for the data
 * @param dataVersion the version of the data that the response was requested for
 */
record CacheKey(ResponseKey response, long dataVersion) {}
