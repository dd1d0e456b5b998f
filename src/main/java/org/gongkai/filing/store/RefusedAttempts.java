package org.gongkai.filing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.sql.Argument;
import org.gongkai.sql.StatementPipeline;

/** Stores the number of refused submissions by agency, report year and day. */
@ApplicationScoped
public class RefusedAttempts {

    private static final String ADD = """
            insert into refused_attempt as r (agency, year, day, attempts, errors)
            select s.agency, s.year, cast(s.day as date), s.attempts, s.errors
            from unnest(?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[]) as s (agency, year, day, attempts, errors)
            on conflict (agency, year, day) do update
                set attempts = r.attempts + excluded.attempts, errors = r.errors + excluded.errors""";

    private static final String ADD_RULES = """
            insert into refused_attempt_rule as r (agency, year, day, rule, attempts, errors)
            select s.agency, s.year, cast(s.day as date), s.rule, s.attempts, s.errors
            from unnest(?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::text[])
                as s (agency, year, day, attempts, errors, rule)
            on conflict (agency, year, day, rule) do update
                set attempts = r.attempts + excluded.attempts, errors = r.errors + excluded.errors""";

    private final EntityManager entities;

    RefusedAttempts(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Adds counts, in a transaction of its own.
     *
     * @param day the day of the submissions, in China
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void add(RefusalTally tally, LocalDate day) {
        List<Argument<RefusalTally.Row>> columns = List.of(
                Argument.text(row -> row.report().agency()),
                Argument.number(row -> row.report().year()),
                Argument.text(row -> day.toString()),
                Argument.number(RefusalTally.Row::attempts),
                Argument.number(RefusalTally.Row::errors));
        List<Argument<RefusalTally.Row>> andRule = Stream.concat(
                        columns.stream(), Stream.of(Argument.text(RefusalTally.Row::rule)))
                .toList();
        new StatementPipeline()
                .update(ADD, tally.ofReports(), columns)
                .update(ADD_RULES, tally.ofRules(), andRule)
                .execute(entities);
    }
}
