package org.gongkai.statistics.rollup.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.statistics.data.Reads;
import org.gongkai.statistics.data.SnapshotBarrier;
import org.gongkai.statistics.rollup.CodeLookup;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpParameters;
import org.gongkai.statistics.rollup.RollUpQuery;
import org.gongkai.statistics.rollup.RollUpQueryParser;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.statistics.rollup.RowOrder;
import org.gongkai.text.Text;
import org.jboss.logging.Logger;

/** Answers questions with sums made in the database. All of an answer is of one snapshot, which its data version names. */
@ApplicationScoped
public class RollUps {

    /** The data have changed between reading a question and answering it. */
    private static final class ChangedMeanwhile extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ChangedMeanwhile() {
            super("the data have changed since the question was read", null, false, false);
        }
    }

    private static final Logger LOG = Logger.getLogger(RollUps.class);

    /** Most rows of one answer. */
    private static final int MOST_ROWS = 100_000;

    private final Reads reads;
    private final SeriesRegister register;
    private final SnapshotBarrier snapshotBarrier;

    RollUps(Reads reads, SeriesRegister register, SnapshotBarrier snapshotBarrier) {
        this.reads = reads;
        this.register = register;
        this.snapshotBarrier = snapshotBarrier;
    }

    /**
     * Answers a question from data that are in a given state, or a later one.
     *
     * @throws ProblemException when it cannot be asked
     */
    public RollUp answer(RollUpParameters parameters, long state) throws SQLException {
        snapshotBarrier.await(parameters.asOf);
        return parameters.asOf == null
                ? latest(parameters, state)
                : reads.settled(!parameters.namesYears(), connection -> answer(parameters, connection));
    }

    /**
     * A question that is read and answered in separate statements is read again when the data have changed between them; where
     * they change all the time, both see one snapshot, which takes longer to set up.
     */
    private RollUp latest(RollUpParameters parameters, long state) throws SQLException {
        if (parameters.namesYears()) {
            try {
                return reads.latest(state, false, connection -> answer(parameters, connection));
            } catch (ChangedMeanwhile changed) {
                LOG.debugf("Answered anew: %s", changed.getMessage());
            }
        }
        return reads.latest(state, true, connection -> answer(parameters, connection));
    }

    /** Checks that a question can be asked. */
    public void check(RollUpParameters parameters, long state) throws SQLException {
        reads.latest(state, false, connection -> {
            RollUpQueryParser.read(parameters, new CodeLookup(connection));
            return new Reads.Read<>(state, true);
        });
    }

    private Reads.Read<RollUp> answer(RollUpParameters parameters, Connection connection) throws SQLException {
        CodeLookup data = new CodeLookup(connection);
        RollUpQuery rollUpQuery = RollUpQueryParser.read(parameters, data);
        AggregateResult aggregateResult = RollUpStatement.sums(connection, rollUpQuery, register, MOST_ROWS);
        if (!data.holdsIn(aggregateResult.dataVersion())) {
            throw new ChangedMeanwhile();
        }
        return new Reads.Read<>(aggregateResult.dataVersion(), rollUp(rollUpQuery, aggregateResult));
    }

    private RollUp rollUp(RollUpQuery rollUpQuery, AggregateResult aggregateResult) {
        RollUpRows made = new RollUpRows(rollUpQuery, aggregateResult, register);
        if (made.count() > MOST_ROWS) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_ROWS,
                    new Text("结果超过 %s 行", "The answer would have more than %s rows").with(MOST_ROWS));
        }
        List<RollUpRow> rows = made.all()
                .sorted(RowOrder.of(rollUpQuery))
                .limit(rollUpQuery.limit().orElse(Integer.MAX_VALUE))
                .toList();
        return new RollUp(
                rollUpQuery.asked(),
                rollUpQuery.groupBy().stream().map(Dimension::code).toList(),
                rollUpQuery.basis().code(),
                rollUpQuery.lineage().code(),
                aggregateResult.at(),
                aggregateResult.dataVersion(),
                rollUpQuery.gaps(),
                rows);
    }
}
