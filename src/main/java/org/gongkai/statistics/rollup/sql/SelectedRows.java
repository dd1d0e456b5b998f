package org.gongkai.statistics.rollup.sql;

import java.time.Instant;
import java.util.List;
import org.gongkai.statistics.rollup.RollUpRow;

/**
 * The rows of an answer.
 *
 * @param dataVersion the version of the data
 * @param at the instant of the data: the requested one, or the instant of the last change
 * @param rows the rows in their order
 */
record SelectedRows(long dataVersion, Instant at, List<RollUpRow> rows) {}
