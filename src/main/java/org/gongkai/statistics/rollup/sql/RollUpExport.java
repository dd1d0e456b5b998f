package org.gongkai.statistics.rollup.sql;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.sql.NamedSql;
import org.gongkai.statistics.data.DataVersion;
import org.gongkai.statistics.data.StatementSnapshot;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.RequestedFigure;
import org.gongkai.statistics.rollup.ResolvedQuery;
import org.gongkai.statistics.rollup.RollUpQuery;
import org.gongkai.statistics.rollup.RollUpRow;

/**
 * All rows of a roll-up, however many, from one snapshot. They are read in parts that need little memory: some agencies at
 * a time or, if rows are not grouped by agency, one year and one figure. No group of reports is in two parts.
 */
public final class RollUpExport implements Closeable {

    /** The number of rows of a part, about. */
    private static final int PART = 10_000;

    private static final NamedSql AGENCIES = NamedSql.of(
            "select code from agency where kind = :'kind' and (:'all' or code = any(:'codes')) order by code collate \"C\"");

    /** Answers one part. */
    interface Part {
        SelectedRows run(RollUpQuery query, Connection connection) throws SQLException;
    }

    /** Receives the rows of a part. */
    public interface Rows {
        void accept(List<RollUpRow> rows) throws IOException;
    }

    private final Connection snapshot;
    private final ResolvedQuery resolved;
    private final Part part;
    private final SelectedRows first;
    private final List<RollUpQuery> parts;
    private DataVersion version;

    /**
     * Opens an export, and reads its first part.
     *
     * @param snapshot a connection with a snapshot of the data, which is closed with the export
     */
    RollUpExport(Connection snapshot, ResolvedQuery resolved, Part part) throws SQLException {
        this.snapshot = snapshot;
        this.resolved = resolved;
        this.part = part;
        this.parts = parts();
        this.first = run(parts.get(0));
    }

    /** Returns the snapshot that the first part was read in. */
    StatementSnapshot snapshot() {
        return first.snapshot();
    }

    /** Returns this export with the version of its data. */
    RollUpExport of(DataVersion known) {
        version = known;
        return this;
    }

    /** Returns the version of the data. */
    public long dataVersion() {
        return version.number();
    }

    /** Returns the instant of the data. */
    public Instant asOf() {
        return version.at();
    }

    /** Reads all rows, part by part. */
    public void forEach(Rows rows) throws SQLException, IOException {
        rows.accept(first.rows());
        for (RollUpQuery next : parts.subList(1, parts.size())) {
            rows.accept(run(next).rows());
        }
    }

    /** Reads a part. The export may be closed by another thread, but not while a part is read. */
    private synchronized SelectedRows run(RollUpQuery query) throws SQLException {
        return part.run(query, snapshot);
    }

    private List<RollUpQuery> parts() throws SQLException {
        RollUpQuery query = resolved.query().ofYears(resolved.years());
        if (query.by(Dimension.AGENCY)) {
            return ofAgencies(query);
        }
        List<RollUpQuery> ofYears =
                query.by(Dimension.YEAR) && !resolved.years().isEmpty()
                        ? resolved.years().stream()
                                .map(year -> query.ofYears(List.of(year)))
                                .toList()
                        : List.of(query);
        boolean isShort = !query.by(Dimension.DISTRICT) || !query.by(Dimension.CATEGORY);
        return isShort ? ofYears : ofYears.stream().flatMap(this::ofFigures).toList();
    }

    private Stream<RollUpQuery> ofFigures(RollUpQuery query) {
        return resolved.figures().stream().map(RequestedFigure::code).map(code -> query.ofFigures(List.of(code)));
    }

    private List<RollUpQuery> ofAgencies(RollUpQuery query) throws SQLException {
        List<String> agencies = AGENCIES.list(
                snapshot,
                Map.of(
                        "kind", query.kind().name(),
                        "all", query.agencies().isEmpty(),
                        "codes", query.agencies().toArray(String[]::new)),
                row -> row.getString("code"));
        int rowsOfAgency = resolved.figures().size()
                * resolved.rowTypes().size()
                * (query.by(Dimension.YEAR) ? Math.max(1, resolved.years().size()) : 1);
        int size = Math.max(1, PART / Math.max(1, rowsOfAgency));
        return agencies.isEmpty()
                ? List.of(query)
                : Stream.iterate(0, start -> start < agencies.size(), start -> start + size)
                        .map(start ->
                                query.ofAgencies(agencies.subList(start, Math.min(agencies.size(), start + size))))
                        .toList();
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            snapshot.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
