package org.gongkai.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.report.Text;

/** Answers questions with sums made in the database. All of an answer is of one snapshot, which its data version names. */
@ApplicationScoped
class RollUps {

    /** Most sums in one answer. */
    private static final int MOST_SUMS = 100_000;

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
        boolean inSteps = parameters.year == null;
        return parameters.asOf == null
                ? reads.latest(state, inSteps, connection -> answer(parameters, connection))
                : reads.settled(inSteps, connection -> answer(parameters, connection));
    }

    /** Checks that a question can be asked. */
    void check(QuestionParameters parameters, long state) throws SQLException {
        reads.latest(state, false, connection -> {
            QuestionReader.read(parameters, new QuestionData(connection));
            return new Reads.Read<>(state, true);
        });
    }

    private Reads.Read<RollUp> answer(QuestionParameters parameters, Connection connection) throws SQLException {
        Question question = QuestionReader.read(parameters, new QuestionData(connection));
        Sums sums = RollUpStatement.sums(connection, question, register, MOST_SUMS + 1);
        return new Reads.Read<>(sums.dataVersion(), rollUp(question, sums));
    }

    private static RollUp rollUp(Question question, Sums sums) {
        if (sums.count() > MOST_SUMS) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_ROWS,
                    new Text("结果超过 %s 行", "The answer would have more than %s rows").with(MOST_SUMS));
        }
        List<RollUpRow> rows = sums.rows(question.figures()).stream()
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
