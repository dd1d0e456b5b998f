package org.gongkai.statistics.movement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.form.Series;
import org.gongkai.http.fairuse.QueryBudget;
import org.gongkai.http.load.Client;
import org.gongkai.http.load.LoadControl;
import org.gongkai.http.load.Turns;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.statistics.data.Reads;
import org.gongkai.statistics.data.SnapshotBarrier;

/**
 * Computes which totals move by how much when the report of one agency changes. Totals before are added up in the
 * database; those after differ by what this report contributes, and by nothing else: other reports may come into force
 * at the same instant. Past movements are derived from the stored history, so that nothing is stored for them.
 */
@ApplicationScoped
public class Movements {

    private final Reads reads;
    private final SnapshotBarrier snapshotBarrier;
    private final SeriesRegister register;
    private final LoadControl load;
    private final QueryBudget budget;

    Movements(
            Reads reads,
            SnapshotBarrier snapshotBarrier,
            SeriesRegister register,
            LoadControl load,
            QueryBudget budget) {
        this.reads = reads;
        this.snapshotBarrier = snapshotBarrier;
        this.register = register;
        this.load = load;
        this.budget = budget;
    }

    /**
     * Runs a task that computes movements when the turn of its client comes. The task takes a slot of the queries.
     *
     * @throws org.gongkai.problem.ProblemException if the client has used up its budget for queries
     */
    public <T> Uni<T> inTurn(Client client, Supplier<T> task) {
        budget.check(client);
        return Turns.run(load.queries(), client, task);
    }

    /** A computation on one snapshot. */
    private interface Computation {
        Movement compute(Connection connection) throws SQLException;
    }

    /**
     * The revision in force and its contribution.
     *
     * @param revision number of the revision; empty if there is none, or if it is not stored
     * @param contribution its contribution; empty if there is none
     */
    private record Counted(Optional<Integer> revision, Optional<Contribution> contribution) {}

    /**
     * Returns what would move if these values came into force now, in the place of the revision in force.
     *
     * @param client the client, whose budget is charged
     * @param agency code of the agency, which is registered
     * @param revision number of the revision that has these values; empty if it would be submitted now
     * @param values the values of the report, without zeros
     */
    public Movement ifInForce(
            Client client, String agency, ReportYear year, Optional<Integer> revision, Map<Series, BigDecimal> values) {
        return read(client, connection -> {
            MovementStatements now = statements(connection, agency, year, Optional.empty());
            return movement(year, now, now, counted(now), new Counted(revision, now.contribution(revision, values)));
        });
    }

    /**
     * Returns what moved at the instant at which a revision of a report came into force or went out of force.
     *
     * @param client the client, whose budget is charged
     * @param agency code of the agency
     * @param instant the instant, as the history of the database has it
     */
    public Movement at(Client client, String agency, ReportYear year, Instant instant) {
        snapshotBarrier.await(instant);
        return read(client, connection -> {
            MovementStatements before =
                    statements(connection, agency, year, Optional.of(instant.minus(1, ChronoUnit.MICROS)));
            MovementStatements after = statements(connection, agency, year, Optional.of(instant));
            return movement(year, before, after, counted(before), counted(after));
        });
    }

    private Movement read(Client client, Computation computation) {
        try {
            Movement movement = reads.fromPrimary(true, connection -> Optional.of(computation.compute(connection)))
                    .orElseThrow();
            budget.charge(client, movement.reportsRead(), 0);
            return movement;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private MovementStatements statements(
            Connection connection, String agency, ReportYear year, Optional<Instant> instant) {
        return new MovementStatements(connection, agency, year, instant, register);
    }

    private static Counted counted(MovementStatements statements) throws SQLException {
        Optional<Integer> revision = statements.inForce();
        return new Counted(revision, revision.isPresent() ? statements.contribution(revision.get()) : Optional.empty());
    }

    private static Movement movement(
            ReportYear year, MovementStatements before, MovementStatements after, Counted from, Counted to)
            throws SQLException {
        List<Contribution> contributions = Stream.of(to, from)
                .flatMap(counted -> counted.contribution().stream())
                .toList();
        Set<String> districts = districts(contributions);
        Set<String> categories =
                contributions.stream().map(Contribution::category).collect(Collectors.toCollection(TreeSet::new));
        Set<Series> series = contributions.stream()
                .map(contribution -> contribution.values().keySet())
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        return new Movement(
                year.form(),
                from.revision(),
                to.revision(),
                from.contribution(),
                to.contribution(),
                before.totals(districts, categories, series),
                districts,
                categories,
                after.names(districts, categories));
    }

    /** Returns the districts from the lowest to the topmost one. */
    private static Set<String> districts(List<Contribution> contributions) {
        Set<String> districts = new LinkedHashSet<>();
        for (Contribution contribution : contributions) {
            List<String> path = contribution.districts();
            IntStream.range(0, path.size()).forEach(above -> districts.add(path.get(path.size() - 1 - above)));
        }
        return districts;
    }
}
