package org.gongkai.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.report.Text;
import org.jboss.logging.Logger;

/** Answers questions with sums made in the database. All of an answer is of one snapshot, which its data version names. */
@ApplicationScoped
class RollUps {

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
    private final Settlement settlement;

    RollUps(Reads reads, SeriesRegister register, Settlement settlement) {
        this.reads = reads;
        this.register = register;
        this.settlement = settlement;
    }

    /**
     * Answers a question from data that are in a given state, or a later one.
     *
     * @throws ProblemException when it cannot be asked
     */
    RollUp answer(QuestionParameters parameters, long state) throws SQLException {
        settlement.await(parameters.asOf);
        return parameters.asOf == null
                ? latest(parameters, state)
                : reads.settled(!parameters.namesYears(), connection -> answer(parameters, connection));
    }

    /**
     * A question that is read and answered in separate statements is read again when the data have changed between them; where
     * they change all the time, both see one snapshot, which takes longer to set up.
     */
    private RollUp latest(QuestionParameters parameters, long state) throws SQLException {
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
    void check(QuestionParameters parameters, long state) throws SQLException {
        reads.latest(state, false, connection -> {
            QuestionReader.read(parameters, new QuestionData(connection));
            return new Reads.Read<>(state, true);
        });
    }

    private Reads.Read<RollUp> answer(QuestionParameters parameters, Connection connection) throws SQLException {
        QuestionData data = new QuestionData(connection);
        Question question = QuestionReader.read(parameters, data);
        Sums sums = RollUpStatement.sums(connection, question, register, MOST_ROWS);
        if (!data.holdsIn(sums.dataVersion())) {
            throw new ChangedMeanwhile();
        }
        return new Reads.Read<>(sums.dataVersion(), rollUp(question, sums));
    }

    private RollUp rollUp(Question question, Sums sums) {
        RollUpRows made = new RollUpRows(question, sums, register);
        if (made.count() > MOST_ROWS) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_ROWS,
                    new Text("结果超过 %s 行", "The answer would have more than %s rows").with(MOST_ROWS));
        }
        List<RollUpRow> rows = made.all()
                .sorted(RowOrder.of(question))
                .limit(question.limit().orElse(Integer.MAX_VALUE))
                .toList();
        return new RollUp(
                question.asked(),
                question.groupBy().stream().map(Dimension::code).toList(),
                question.basis().code(),
                question.lineage().code(),
                sums.at(),
                sums.dataVersion(),
                question.gaps(),
                rows);
    }
}
