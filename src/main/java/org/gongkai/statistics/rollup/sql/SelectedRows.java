package org.gongkai.statistics.rollup.sql;

import java.util.List;
import org.gongkai.statistics.data.StatementSnapshot;
import org.gongkai.statistics.rollup.RollUpRow;

/**
 * The rows of an answer.
 *
 * @param snapshot the snapshot that their statement has read
 * @param rows the rows in their order
 */
record SelectedRows(StatementSnapshot snapshot, List<RollUpRow> rows) {}
