package org.gongkai.statistics.movement;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.form.Series;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.registry.code.Named;
import org.gongkai.sql.NamedSql;
import org.gongkai.sql.SqlScript;
import org.gongkai.statistics.data.Basis;
import org.gongkai.statistics.data.SourceTables;
import org.gongkai.statistics.movement.Totals.Group;

/** The statements about one report and the totals that it is part of, on one connection, now or at an instant. */
final class MovementStatements {

    private static final String FOLDER = "/org/gongkai/statistics/movement/";

    static final SqlScript LOCATION = script("location.sql");
    static final SqlScript IN_FORCE = script("in-force.sql");
    static final SqlScript TOTALS = script("totals.sql");
    static final SqlScript NAMES = script("names.sql");
    static final NamedSql VALUES = SqlScript.of(FOLDER + "values.sql").with();

    private final Connection connection;
    private final String agency;
    private final ReportYear year;
    private final Optional<Instant> instant;
    private final SeriesRegister register;

    /**
     * A place and a category.
     *
     * @param districts codes of the districts, the topmost first
     * @param category code of the category
     * @param isCounted whether the report counts: a government's does not
     */
    private record Location(List<String> districts, String category, boolean isCounted) {}

    MovementStatements(
            Connection connection, String agency, ReportYear year, Optional<Instant> instant, SeriesRegister register) {
        this.connection = connection;
        this.agency = agency;
        this.year = year;
        this.instant = instant;
        this.register = register;
    }

    private static SqlScript script(String file) {
        return SqlScript.of(SourceTables.FILE, FOLDER + file);
    }

    /** Returns the number of the revision in force. */
    Optional<Integer> inForce() throws SQLException {
        return IN_FORCE.with(tables()).list(connection, values(), row -> row.getInt("revision")).stream()
                .findFirst();
    }

    /** Returns the contribution of a stored revision; empty if it does not count, because a government submitted it. */
    Optional<Contribution> contribution(int revision) throws SQLException {
        Location location = location(Optional.of(revision));
        return location.isCounted
                ? Optional.of(new Contribution(location.districts, location.category, valuesOf(revision)))
                : Optional.empty();
    }

    /**
     * Returns the contribution that values would make.
     *
     * @param revision number of the revision that has these values; empty if it would be submitted now
     */
    Optional<Contribution> contribution(Optional<Integer> revision, Map<Series, BigDecimal> values)
            throws SQLException {
        Location location = location(revision);
        return location.isCounted
                ? Optional.of(new Contribution(location.districts, location.category, values))
                : Optional.empty();
    }

    private Location location(Optional<Integer> revision) throws SQLException {
        Map<String, Object> values = values();
        values.put("revision", revision.orElse(null));
        return LOCATION.with(tables())
                .single(
                        connection,
                        values,
                        row -> new Location(
                                List.of((String[]) row.getArray("codes").getArray()),
                                row.getString("category"),
                                row.getBoolean("is_counted")));
    }

    private Map<Series, BigDecimal> valuesOf(int revision) throws SQLException {
        Map<Short, Series> series = byNumber(year.form().series());
        Map<String, Object> values = values();
        values.put("revision", revision);
        values.put("seriesNumbers", series.keySet().toArray(Short[]::new));
        return VALUES
                .list(
                        connection,
                        values,
                        row -> Map.entry(series.get(row.getShort("series")), row.getBigDecimal("value")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Returns the totals of districts, and of categories in each of them. */
    Totals totals(Set<String> districts, Set<String> categories, Set<Series> wanted) throws SQLException {
        Map<Short, Series> series = byNumber(wanted);
        Map<String, Object> values = values();
        values.put("districts", districts.toArray(String[]::new));
        values.put("categories", categories.toArray(String[]::new));
        values.put("seriesNumbers", series.keySet().toArray(Short[]::new));
        Totals totals = new Totals();
        TOTALS.with(tables()).list(connection, values, row -> {
            add(totals, row, series);
            return null;
        });
        return totals;
    }

    private static void add(Totals totals, ResultSet row, Map<Short, Series> known) throws SQLException {
        String district = row.getString("district");
        BigDecimal value = row.getBigDecimal("value");
        Optional<Series> series =
                row.getObject("series") == null ? Optional.empty() : Optional.of(known.get(row.getShort("series")));
        totals.add(Group.of(district), series, value);
        Optional<String> category = Optional.ofNullable(row.getString("category"));
        if (category.isPresent()) {
            totals.add(new Group(district, category), series, value);
        }
    }

    /** Returns the names of districts and categories. */
    Names names(Set<String> districts, Set<String> categories) throws SQLException {
        Map<String, Object> values = values();
        values.put("districts", districts.toArray(String[]::new));
        values.put("categories", categories.toArray(String[]::new));
        Names names = new Names(new HashMap<>(), new HashMap<>());
        NAMES.with(tables()).list(connection, values, row -> {
            Named named = new Named(row.getString("code"), row.getString("name"));
            return (row.getBoolean("is_district") ? names.districts : names.categories).put(named.code(), named);
        });
        return names;
    }

    /**
     * The names of districts and categories.
     *
     * @param districts the districts by code
     * @param categories the categories by code
     */
    record Names(Map<String, Named> districts, Map<String, Named> categories) {}

    private Map<Short, Series> byNumber(Set<Series> series) {
        return series.stream().collect(Collectors.toMap(register::numberOf, Function.identity()));
    }

    private SourceTables tables() {
        return SourceTables.of(instant, Basis.ACCEPTED, SourceTables.ONE_YEAR);
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("agency", agency);
        values.put("year", year.value());
        instant.ifPresent(at -> values.put("instant", at));
        return values;
    }
}
