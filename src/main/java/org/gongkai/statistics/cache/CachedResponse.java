package org.gongkai.statistics.cache;

import jakarta.ws.rs.core.EntityTag;
import java.util.Map;

/**
 * A response in the cache.
 *
 * @param tag its entity tag
 * @param headers its headers, including the tag
 * @param body its bytes
 */
record CachedResponse(EntityTag tag, Map<String, String> headers, byte[] body) {}
