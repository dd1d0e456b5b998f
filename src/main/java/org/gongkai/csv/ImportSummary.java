package org.gongkai.csv;

/**
 * The result of the import of a file.
 *
 * @param added number of new entries
 * @param changed number of existing entries that were changed
 * @param unchanged number of existing entries that are the same as before
 */
public record ImportSummary(int added, int changed, int unchanged) {}
