package org.gongkai.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.report.Text;
import org.hibernate.Session;

/** Answers questions with sums made in the database. All of an answer is of one snapshot, which its data version names. */
@ApplicationScoped
class RollUps {

    /** Most rows of one answer. */
    private static final int MOST_ROWS = 100_000;

    /** One snapshot for all statements, and plans made for the values bound, which decide what a question needs. */
    private static final String SNAPSHOT =
            "set transaction isolation level repeatable read; set local plan_cache_mode = force_custom_plan";

    private static final String YEARS_IN_FORCE = """
            select distinct cast(r.year as integer)
            from revision r
            join agency a on a.code = r.agency
            left join obligation o on o.agency = r.agency and o.year = r.year
            where r.status = 'ACCEPTED' and coalesce(o.kind, a.kind) = 'DEPARTMENT'
            order by 1""";

    private final Session session;

    RollUps(Session session) {
        this.session = session;
    }

    @Transactional
    RollUp answer(QuestionParameters parameters, Instant at) {
        session.createNativeMutationQuery(SNAPSHOT).executeUpdate();
        Question question = QuestionReader.read(parameters, this::yearsInForce);
        long dataVersion = dataVersion();
        List<RollUpRow> rows = RollUpStatement.rows(session, question, MOST_ROWS + 1);
        if (rows.size() > MOST_ROWS) {
            throw new ProblemException(
                    ProblemType.TOO_MANY_ROWS,
                    new Text("结果超过 %s 行", "The answer would have more than %s rows").with(MOST_ROWS));
        }
        List<String> groupBy = question.groupBy().stream().map(Dimension::code).toList();
        return new RollUp(
                question.asked(),
                groupBy,
                "accepted",
                question.lineage().code(),
                at.truncatedTo(ChronoUnit.MICROS),
                dataVersion,
                question.gaps(),
                rows);
    }

    /** The years for which any department has a report in force. */
    private List<Integer> yearsInForce() {
        return session.createNativeQuery(YEARS_IN_FORCE, Integer.class).getResultList();
    }

    private long dataVersion() {
        return session.createNativeQuery("select cast(sum(changes) as bigint) from data_version", Long.class)
                .getSingleResult();
    }
}
