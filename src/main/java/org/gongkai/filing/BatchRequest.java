package org.gongkai.filing;

import org.gongkai.report.Language;

/**
 * What all items of a batch have in common.
 *
 * @param actor who hands them in
 * @param language the language to answer in
 * @param path the path that was asked
 * @param largestItem most bytes of an item
 */
record BatchRequest(String actor, Language language, String path, long largestItem) {}
