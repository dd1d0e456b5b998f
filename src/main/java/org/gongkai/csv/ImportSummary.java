package org.gongkai.csv;

/**
 * What became of the lines of a file.
 *
 * @param added entries that are new
 * @param changed entries that were there and are now otherwise
 * @param unchanged entries that were there just so
 */
public record ImportSummary(int added, int changed, int unchanged) {}
