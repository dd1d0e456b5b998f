package org.gongkai.sql;

import java.util.List;

/**
 * A statement that changes any number of rows of a {@link RecordTable}.
 *
 * @param sql the statement; takes one array per argument
 * @param arguments the columns that it takes, in order
 */
public record BatchUpdate<T>(String sql, List<Argument<T>> arguments) {

    /** Adds the statement to a pipeline, unless there are no rows. */
    public void addTo(StatementPipeline statements, List<T> rows) {
        statements.update(sql, rows, arguments);
    }
}
