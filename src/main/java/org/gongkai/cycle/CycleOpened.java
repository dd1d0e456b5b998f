package org.gongkai.cycle;

/**
 * An event that a report year was opened. It is fired within the transaction.
 *
 * @param year the report year
 */
public record CycleOpened(int year) {}
