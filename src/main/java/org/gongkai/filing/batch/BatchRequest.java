package org.gongkai.filing.batch;

import java.time.Instant;
import java.util.function.Predicate;
import org.gongkai.security.Actor;
import org.gongkai.text.Language;

/**
 * What all items of a batch have in common.
 *
 * @param actor who hands them in
 * @param receivedAt when the batch began to come in
 * @param reach which agencies' reports the actor may hand in
 * @param language the language to answer in
 * @param path the path that was asked
 * @param id the name of the request
 * @param largestItem most bytes of an item
 */
record BatchRequest(
        Actor actor,
        Instant receivedAt,
        Predicate<String> reach,
        Language language,
        String path,
        String id,
        long largestItem) {}
