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
import org.gongkai.registry.SeriesRegister;
import org.gongkai.statistics.data.Basis;
import org.gongkai.statistics.data.ChangeLog;
import org.gongkai.statistics.data.DataScope;
import org.gongkai.statistics.data.DataState;
import org.gongkai.statistics.data.DataVersion;
import org.gongkai.statistics.data.DataVersions;
import org.gongkai.statistics.data.Parsed;
import org.gongkai.statistics.data.Reads;
import org.gongkai.statistics.data.SnapshotBarrier;
import org.gongkai.statistics.data.StatementSnapshot;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.ResolvedQuery;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpQuery;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.statistics.rollup.RowOrder;
import org.gongkai.statistics.rollup.Statistic;

/** Answers queries with sums made in the database. An answer belongs to one snapshot, whose version it contains. */
@ApplicationScoped
public class RollUps {

    private final Reads reads;
    private final DataState state;
    private final SeriesRegister register;
    private final YearSums yearSums;
    private final SnapshotBarrier snapshotBarrier;
    private final RowEstimate estimate;
    private final Scopes scopes;
    private final Clock clock;

    RollUps(
            Reads reads,
            DataState state,
            SeriesRegister register,
            YearSums yearSums,
            SnapshotBarrier snapshotBarrier,
            RowEstimate estimate,
            Scopes scopes,
            Clock clock) {
        this.reads = reads;
        this.state = state;
        this.register = register;
        this.yearSums = yearSums;
        this.snapshotBarrier = snapshotBarrier;
        this.estimate = estimate;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * Answers a query from data of the known versions, or of later ones.
     *
     * @throws ProblemException when the query cannot be answered
     */
    public RollUp run(Parsed<RollUpQuery> parsed, DataVersions known) throws SQLException {
        RollUpQuery query = parsed.query();
        Optional<Instant> asOf = query.asOf();
        if (asOf.isEmpty()) {
            // Resolves and sums in two statements without a common snapshot, and compares the versions that they saw.
            return reads.latest(
                    needsSnapshot(query), known, (connection, versions) -> attempt(parsed, versions, connection));
        }
        snapshotBarrier.await(asOf.get());
        return reads.fromPrimary(needsSnapshot(query), connection -> attempt(parsed, known, connection))
                .orElseThrow();
    }

    /**
     * Opens an export of all rows. The caller closes it.
     *
     * @throws ProblemException when the query cannot be answered
     */
    public RollUpExport export(Parsed<RollUpQuery> parsed) throws SQLException {
        parsed.query().asOf().ifPresent(snapshotBarrier::await);
        Optional<RollUpExport> export = Optional.empty();
        while (export.isEmpty()) {
            export = openExport(parsed, state.read());
        }
        return export.get();
    }

    /** Opens an export. Returns nothing when the log does not continue what is known. */
    private Optional<RollUpExport> openExport(Parsed<RollUpQuery> parsed, DataVersions known) throws SQLException {
        Connection snapshot = reads.openSnapshot();
        Optional<DataVersion> version = Optional.empty();
        try {
            ResolvedQuery resolved = new QueryResolver(snapshot, clock.instant()).resolve(parsed);
            RollUpExport export = new RollUpExport(snapshot, resolved, this::part);
            version = version(resolved, export.snapshot(), known, snapshot);
            return version.map(export::of);
        } finally {
            if (version.isEmpty()) {
                snapshot.close();
            }
        }
    }

    private SelectedRows part(RollUpQuery query, Connection snapshot) throws SQLException {
        ResolvedQuery resolved = new QueryResolver(snapshot, clock.instant()).resolveChecked(query);
        return all(resolved, RollUpStatement.run(snapshot, resolved, register, RowEstimate.MAX_ROWS));
    }

    /** Returns whether a query takes more statements than those whose results are compared. */
    private static boolean needsSnapshot(RollUpQuery query) {
        return query.years().isEmpty() || query.stats().contains(Statistic.CHANGE);
    }

    /** Answers a query on one connection. Returns nothing when the data have changed between its statements. */
    private Optional<RollUp> attempt(Parsed<RollUpQuery> parsed, DataVersions known, Connection connection)
            throws SQLException {
        QueryResolver resolver = new QueryResolver(
                connection, clock.instant(), (query, years, lastYear) -> scopes.find(query, years, lastYear, known));
        ResolvedQuery resolved = resolver.resolve(parsed);
        estimate.refuseTooMany(resolved, known, connection);
        List<RollUp.SeriesBreak> splits = RollUpStatement.splits(connection, resolved, register);
        Optional<SelectedRows> made = rows(resolved, known, connection);
        if (made.isEmpty()) {
            return Optional.empty();
        }
        SelectedRows rows = made.get();
        if (parsed.query().stats().contains(Statistic.CHANGE)) {
            YearBefore yearBefore = new YearBefore(resolved, rows);
            Optional<RollUpQuery> before = yearBefore.query();
            if (before.isPresent()) {
                ResolvedQuery resolvedBefore = resolver.resolveChecked(before.get());
                rows = yearBefore.compare(all(
                                resolvedBefore,
                                RollUpStatement.run(connection, resolvedBefore, register, RowEstimate.MAX_ROWS))
                        .rows());
            }
        }
        List<RollUpRow> selected = rows.rows();
        return version(resolved, rows.snapshot(), known, connection)
                .map(version -> rollUp(resolved, splits, selected, version));
    }

    /** Returns the version of an answer. Returns nothing if the facts about its query are not true for its rows. */
    private Optional<DataVersion> version(
            ResolvedQuery resolved, StatementSnapshot snapshot, DataVersions known, Connection connection)
            throws SQLException {
        Optional<Instant> asOf = resolved.query().asOf();
        return asOf.isPresent()
                ? Optional.of(ChangeLog.at(asOf.get(), scope(resolved), connection))
                : ChangeLog.of(snapshot, known, connection)
                        .filter(versions -> scopes.hold(resolved, known, versions))
                        .map(versions -> versions.version(scope(resolved)));
    }

    /** Returns the scope of a query. As of an instant, its years are those that had reports, as without an instant. */
    private static DataScope scope(ResolvedQuery resolved) {
        RollUpQuery query = resolved.query();
        boolean ofYearsFound = query.asOf().isPresent() && query.basis() == Basis.ACCEPTED;
        return ofYearsFound ? query.ofYears(resolved.years()).scope() : query.scope();
    }

    /** Makes the rows of an answer. Returns nothing when the data have changed. */
    private Optional<SelectedRows> rows(ResolvedQuery resolved, DataVersions known, Connection connection)
            throws SQLException {
        if (resolved.query().selectsRows()) {
            SelectedRows rows = RowStatement.run(connection, resolved, register, RowEstimate.MAX_ROWS);
            refuseMoreThanMaximum(rows.rows().size());
            return Optional.of(rows);
        }
        return yearSums.keeps(resolved)
                ? yearSums.run(connection, resolved, known, RowEstimate.MAX_ROWS)
                        .map(sums -> all(resolved, sums))
                : Optional.of(all(resolved, RollUpStatement.run(connection, resolved, register, RowEstimate.MAX_ROWS)));
    }

    private SelectedRows all(ResolvedQuery resolved, AggregateResult result) {
        RollUpRows rows = new RollUpRows(resolved, result, register);
        refuseMoreThanMaximum(rows.count());
        return new SelectedRows(
                result.snapshot(), rows.all().sorted(RowOrder.of(resolved)).toList());
    }

    private static void refuseMoreThanMaximum(long rows) {
        if (rows > RowEstimate.MAX_ROWS) {
            throw RowEstimate.tooMany(rows);
        }
    }

    private static RollUp rollUp(
            ResolvedQuery resolved, List<RollUp.SeriesBreak> splits, List<RollUpRow> rows, DataVersion version) {
        return new RollUp(
                resolved.named(),
                resolved.query().groupBy().stream().map(Dimension::code).toList(),
                resolved.query().basis().code(),
                resolved.query().boundaries().code(),
                version.at(),
                version.number(),
                List.copyOf(resolved.query().stats()),
                Stream.concat(resolved.breaks().stream(), splits.stream()).toList(),
                resolved.query().kind(),
                rows);
    }
}
