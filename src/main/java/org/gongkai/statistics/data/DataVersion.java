package org.gongkai.statistics.data;

import java.time.Instant;

/**
 * The version of the data in a scope. In each snapshot of the database, all replicas give a scope the same version.
 *
 * @param number the number of changes in the scope; grows with each of them
 * @param at the instant of the last change
 */
public record DataVersion(long number, Instant at) {}
