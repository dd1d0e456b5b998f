package org.gongkai.filing.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.report.Contents;
import org.gongkai.sql.Argument;
import org.gongkai.sql.StatementPipeline;

/** Writes what revisions add to each series, for roll-ups: groups and totals like leaves, and nothing where that is zero. */
@ApplicationScoped
class FigureValues {

    static final String TABLE = "figure_value";

    private static final String INSERT = """
            insert into %s (series, year, agency, revision, value)
            select series, year, agency, revision, value
            from unnest(?::bigint[], ?::bigint[], ?::text[], ?::bigint[], ?::numeric[]) as v (series, year, agency, revision, value)""";

    private final SeriesRegister register;

    FigureValues(SeriesRegister register) {
        this.register = register;
    }

    /**
     * A revision and what it says.
     *
     * @param id which it is
     * @param contents what it says
     */
    record Figured(RevisionId id, Contents contents) {}

    /** Writes those of several revisions. */
    void write(StatementPipeline statements, List<Figured> reports) {
        write(statements, TABLE, reports);
    }

    /** The same, into a table of that shape. */
    void write(StatementPipeline statements, String table, List<Figured> reports) {
        List<Summand> summands = reports.stream().flatMap(this::summands).toList();
        statements.update(
                INSERT.formatted(table),
                summands,
                List.of(
                        Argument.number(Summand::series),
                        Argument.number(summand -> summand.revision().year()),
                        Argument.text(summand -> summand.revision().agency()),
                        Argument.number(summand -> summand.revision().revision()),
                        Argument.amount(Summand::value)));
    }

    private Stream<Summand> summands(Figured report) {
        Contents contents = report.contents();
        return contents.form().sums(contents.figures()).entrySet().stream()
                .map(sum -> new Summand(register.numberOf(sum.getKey()), report.id(), sum.getValue()));
    }

    /** What a revision adds to a series. */
    private record Summand(short series, RevisionId revision, BigDecimal value) {}
}
