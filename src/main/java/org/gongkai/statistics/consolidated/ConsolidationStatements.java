package org.gongkai.statistics.consolidated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.form.Series;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.registry.code.Named;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.sql.NamedSql;
import org.gongkai.sql.SqlScript;
import org.gongkai.statistics.consolidated.RosterLine.CountedRevision;
import org.gongkai.statistics.data.Basis;
import org.gongkai.statistics.data.SourceTables;
import org.gongkai.statistics.data.StatementSnapshot;
import org.gongkai.text.BeijingTime;

/** The statements of a consolidated report, on one connection. */
final class ConsolidationStatements {

    private static final String FOLDER = "/org/gongkai/statistics/consolidated/";

    static final SqlScript STATE = SqlScript.of(SourceTables.FILE, FOLDER + "state.sql");
    static final SqlScript ROSTER = SqlScript.of(SourceTables.FILE, FOLDER + "roster.sql");
    static final SqlScript SUMS_IN_FORCE = SqlScript.of(FOLDER + "sums-in-force.sql");
    static final NamedSql SUMS = SqlScript.of(FOLDER + "sums.sql").with();
    static final SqlScript OPEN_WARNINGS = SqlScript.of(FOLDER + "open-warnings.sql");
    static final NamedSql SECTION_TEXTS =
            SqlScript.of(FOLDER + "section-texts.sql").with();
    static final NamedSql CONTENT = SqlScript.of(FOLDER + "content.sql").with();

    /**
     * The choice of agencies.
     *
     * @param inDistrict whether only agencies in a district count
     */
    record Area(boolean inDistrict) {}

    private final Connection connection;
    private final ConsolidationQuery query;
    private final boolean isOver;
    private final SeriesRegister register;
    private final ObjectReader findings;

    ConsolidationStatements(
            Connection connection,
            ConsolidationQuery query,
            Instant now,
            SeriesRegister register,
            ObjectReader findings) {
        this.connection = connection;
        this.query = query;
        this.isOver =
                query.year().value() <= BeijingTime.lastYearOver(query.asOf().orElse(now));
        this.register = register;
        this.findings = findings;
    }

    /** Returns the state of the data, and the name of the district in it. */
    State state() throws SQLException {
        return STATE.with(tables()).single(connection, values(), this::state);
    }

    private State state(ResultSet row) throws SQLException {
        String name = row.getString("district_name");
        return new State(StatementSnapshot.of(row), query.district().map(code -> new Named(code, name)));
    }

    /**
     * Returns the agencies of the report, by code: its departments, and the governments of the district that have
     * reported.
     */
    List<RosterLine> roster() throws SQLException {
        return ROSTER.with(tables(), area()).list(connection, values(), ConsolidationStatements::line);
    }

    /** Returns the sum in each cell of the form, by pointer. A sum of zero is absent. */
    Map<String, BigDecimal> sums(List<RosterLine> contributors) throws SQLException {
        return sums(
                query.asOf().isEmpty() && query.basis() == Basis.ACCEPTED ? SUMS_IN_FORCE.with(area()) : SUMS,
                contributors);
    }

    /** Returns the sum over some of the contributors only. */
    Map<String, BigDecimal> sumsOf(List<RosterLine> some) throws SQLException {
        return sums(SUMS, some);
    }

    private Map<String, BigDecimal> sums(NamedSql statement, List<RosterLine> contributors) throws SQLException {
        Map<Short, String> cells = new HashMap<>();
        query.year().form().figures().forEach(figure -> figure.cells()
                .forEach(cell -> cells.put(register.numberOf(Series.ofCell(figure, cell)), cell.pointer())));
        Map<String, Object> values = values(contributors);
        values.put("seriesNumbers", cells.keySet().toArray(Short[]::new));
        return statement
                .list(
                        connection,
                        values,
                        row -> Map.entry(cells.get(row.getShort("series")), row.getBigDecimal("value")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Returns the warnings without an explanation, by the code of the agency, in the order of the rule book. */
    Map<String, List<Finding>> openWarnings(List<RosterLine> contributors) throws SQLException {
        return OPEN_WARNINGS
                .with(tables())
                .list(
                        connection,
                        values(contributors),
                        row -> Map.entry(row.getString("agency"), finding(row.getString("finding"))))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Returns the texts of reports that count, by the code of the agency; a missing text is empty. */
    List<SectionTexts> sectionTexts(List<RosterLine> contributors) throws SQLException {
        Map<String, Named> agencies = contributors.stream()
                .map(RosterLine::agency)
                .collect(Collectors.toMap(Named::code, Function.identity()));
        Map<String, Object> values = values(contributors);
        values.put("maxLength", Drafts.MAX_LENGTH);
        return SECTION_TEXTS.list(
                connection,
                values,
                row -> new SectionTexts(
                        agencies.get(row.getString("agency")), text(row, "problems"), text(row, "matters")));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    /** Returns the content of a report that counts. */
    Contents contents(RosterLine line) throws SQLException {
        Map<String, Object> values =
                Map.of("agency", line.agency().code(), "year", query.year().value(), "revision", line.revision());
        return Contents.read(query.year().value(), CONTENT.single(connection, values, row -> row.getString("content")));
    }

    private Area area() {
        return new Area(query.district().isPresent());
    }

    private SourceTables tables() {
        return SourceTables.of(query.asOf(), query.basis(), SourceTables.ONE_YEAR);
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("year", query.year().value());
        values.put("isOver", isOver);
        values.put("district", query.district().orElse(null));
        query.asOf().ifPresent(instant -> values.put("instant", instant));
        return values;
    }

    private Map<String, Object> values(List<RosterLine> contributors) {
        Map<String, Object> values = values();
        values.put("agencies", strings(contributors, line -> line.agency().code()));
        values.put("revisions", contributors.stream().map(RosterLine::revision).toArray(Integer[]::new));
        return values;
    }

    private static RosterLine line(ResultSet row) throws SQLException {
        int revision = row.getInt("revision");
        Optional<CountedRevision> counted = row.wasNull()
                ? Optional.empty()
                : Optional.of(new CountedRevision(revision, row.getString("content_hash")));
        return new RosterLine(
                new Named(row.getString("code"), row.getString("name")),
                row.getBoolean("government"),
                counted,
                Optional.ofNullable(row.getString("newest")));
    }

    private static <T> String[] strings(List<T> from, Function<T, String> member) {
        return from.stream().map(member).toArray(String[]::new);
    }

    private Finding finding(String json) {
        try {
            return findings.readValue(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored finding cannot be read", e);
        }
    }

    /**
     * The state of the data.
     *
     * @param snapshot the snapshot that is read
     * @param district the district of the query, by the name that it had then
     */
    record State(StatementSnapshot snapshot, Optional<Named> district) {}
}
