package org.gongkai.filing.batch;

import java.time.Instant;
import java.util.function.Predicate;
import org.gongkai.security.Actor;
import org.gongkai.text.Language;

/**
 * The common properties of all items of a batch.
 *
 * @param actor the submitter
 * @param receivedAt time at which the service began to receive the batch
 * @param reach the agencies whose reports the actor may submit
 * @param language language of the response
 * @param path path of the request
 * @param id id of the request
 * @param maxItemSize maximum size of an item in bytes
 */
record BatchRequest(
        Actor actor,
        Instant receivedAt,
        Predicate<String> reach,
        Language language,
        String path,
        String id,
        long maxItemSize) {}
