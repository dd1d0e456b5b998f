package org.gongkai.statistics.rollup.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.statistics.data.Parsed;
import org.gongkai.statistics.data.Reads;
import org.gongkai.statistics.data.SnapshotBarrier;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.ResolvedQuery;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpQuery;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.statistics.rollup.RowOrder;
import org.gongkai.text.Text;

/** Answers queries with sums made in the database. An answer belongs to one snapshot, which its data version names. */
@ApplicationScoped
public class RollUps {

    private static final int MAX_ROWS = 100_000;

    private final Reads reads;
    private final SeriesRegister register;
    private final SnapshotBarrier snapshotBarrier;
    private final Clock clock;

    RollUps(Reads reads, SeriesRegister register, SnapshotBarrier snapshotBarrier, Clock clock) {
        this.reads = reads;
        this.register = register;
        this.snapshotBarrier = snapshotBarrier;
        this.clock = clock;
    }

    /**
     * Answers a query from data of a given version, or a later one.
     *
     * @throws ProblemException when the query cannot be answered
     */
    public RollUp run(Parsed<RollUpQuery> parsed, long dataVersion) throws SQLException {
        RollUpQuery query = parsed.query();
        Optional<Instant> asOf = query.asOf();
        if (asOf.isEmpty()) {
            return latest(parsed, dataVersion);
        }
        snapshotBarrier.await(asOf.get());
        return reads.fromPrimary(query.years().isEmpty(), connection -> attempt(parsed, connection))
                .orElseThrow();
    }

    /**
     * Resolves and sums in two statements without a common snapshot at first. If the data have changed between them,
     * both run again in one snapshot, which takes longer to set up. The query for the years with reports always needs
     * the snapshot.
     */
    private RollUp latest(Parsed<RollUpQuery> parsed, long dataVersion) throws SQLException {
        boolean inSnapshot = parsed.query().years().isEmpty();
        Optional<RollUp> rollUp = reads.latest(dataVersion, inSnapshot, connection -> attempt(parsed, connection));
        while (rollUp.isEmpty()) {
            rollUp = reads.latest(dataVersion, true, connection -> attempt(parsed, connection));
        }
        return rollUp.get();
    }

    /** Answers a query on one connection. Returns nothing when the data have changed between its statements. */
    private Reads.Read<Optional<RollUp>> attempt(Parsed<RollUpQuery> parsed, Connection connection)
            throws SQLException {
        ResolvedQuery resolved = new QueryResolver(connection, clock.instant()).resolve(parsed);
        List<RollUp.SeriesBreak> splits = RollUpStatement.splits(connection, resolved, register);
        AggregateResult result = RollUpStatement.run(connection, resolved, register, MAX_ROWS);
        boolean consistent = resolved.scope().holdsIn(result.dataVersion());
        return new Reads.Read<>(
                result.dataVersion(), consistent ? Optional.of(rollUp(resolved, splits, result)) : Optional.empty());
    }

    private RollUp rollUp(ResolvedQuery resolved, List<RollUp.SeriesBreak> splits, AggregateResult result) {
        RollUpRows rows = new RollUpRows(resolved, result, register);
        if (rows.count() > MAX_ROWS) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_ROWS,
                    new Text("结果超过 %s 行", "The answer would have more than %s rows").with(MAX_ROWS));
        }
        List<RollUpRow> ordered = rows.all()
                .sorted(RowOrder.of(resolved))
                .limit(resolved.query().limit().orElse(Integer.MAX_VALUE))
                .toList();
        return new RollUp(
                resolved.named(),
                resolved.query().groupBy().stream().map(Dimension::code).toList(),
                resolved.query().basis().code(),
                resolved.query().boundaries().code(),
                result.at(),
                result.dataVersion(),
                Stream.concat(resolved.breaks().stream(), splits.stream()).toList(),
                ordered);
    }
}
