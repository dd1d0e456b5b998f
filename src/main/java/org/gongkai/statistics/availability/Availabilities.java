package org.gongkai.statistics.availability;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.statutory.Forms;
import org.gongkai.registry.district.DistrictLevel;
import org.gongkai.sql.SqlScript;
import org.gongkai.statistics.availability.Availability.AvailableCategory;
import org.gongkai.statistics.availability.Availability.AvailableDistrict;
import org.gongkai.statistics.availability.Availability.AvailableFigure;
import org.gongkai.statistics.availability.Availability.AvailableYear;
import org.gongkai.statistics.data.ChangeLog;
import org.gongkai.statistics.data.DataScope;
import org.gongkai.statistics.data.DataVersions;
import org.gongkai.statistics.data.Reads;
import org.gongkai.statistics.data.StatementSnapshot;
import org.gongkai.text.BeijingTime;

/** Counts the reports by year, district and category, in one statement. */
@ApplicationScoped
class Availabilities {

    private static final SqlScript STATEMENT = SqlScript.of("/org/gongkai/statistics/availability/availability.sql");

    private final Reads reads;
    private final Clock clock;

    Availabilities(Reads reads, Clock clock) {
        this.reads = reads;
        this.clock = clock;
    }

    /** The choices of the script. */
    private record Filters(boolean inDistricts, boolean inCategories) {}

    /** The list that a row belongs to. */
    private enum Part {
        YEAR,
        DISTRICT,
        CATEGORY
    }

    /**
     * A row of the statement.
     *
     * @param snapshot the snapshot of the data
     * @param part the list of the entry; null if there are no entries
     * @param level level of a district; 0 for other entries
     */
    private record Row(
            StatementSnapshot snapshot, Part part, String code, String name, int level, long reports, long expected) {

        static Row of(ResultSet row) throws SQLException {
            String list = row.getString("list");
            return new Row(
                    StatementSnapshot.of(row),
                    list == null ? null : Part.valueOf(list),
                    row.getString("code"),
                    row.getString("name"),
                    row.getInt("level"),
                    row.getLong("reports"),
                    row.getLong("expected"));
        }
    }

    /**
     * Counts the reports in data of the known versions, or of later ones.
     *
     * @param districts codes of districts, which include all districts in them; empty for all
     * @param categories codes of categories; empty for all
     */
    Availability count(Collection<String> districts, Collection<String> categories, DataVersions known)
            throws SQLException {
        Filters filters = new Filters(!districts.isEmpty(), !categories.isEmpty());
        Map<String, ?> values = Map.of(
                "districts", districts.toArray(String[]::new),
                "categories", categories.toArray(String[]::new),
                "lastYear", BeijingTime.lastYearOver(clock.instant()));
        return reads.latest(false, known, (connection, versions) -> read(connection, filters, values, versions));
    }

    private static Optional<Availability> read(
            Connection connection, Filters filters, Map<String, ?> values, DataVersions known) throws SQLException {
        List<Row> rows = STATEMENT.with(filters).list(connection, values, Row::of);
        List<AvailableYear> years = entries(rows, Part.YEAR, Availabilities::year);
        return ChangeLog.version(
                        Optional.empty(), DataScope.EVERYTHING, rows.get(0).snapshot(), known, connection)
                .map(version -> new Availability(
                        version.number(),
                        years,
                        entries(
                                rows,
                                Part.DISTRICT,
                                row -> new AvailableDistrict(
                                        row.code(),
                                        row.name(),
                                        DistrictLevel.ofRank(row.level()),
                                        row.reports(),
                                        row.expected())),
                        entries(
                                rows,
                                Part.CATEGORY,
                                row -> new AvailableCategory(row.code(), row.name(), row.reports(), row.expected())),
                        figures(years)));
    }

    private static <T> List<T> entries(List<Row> rows, Part part, Function<Row, T> entry) {
        return rows.stream().filter(row -> row.part() == part).map(entry).toList();
    }

    private static AvailableYear year(Row row) {
        int year = Integer.parseInt(row.code());
        return new AvailableYear(year, Forms.of(year).orElseThrow().name(), row.reports(), row.expected());
    }

    /** Returns the figures of all forms on which there are reports. The forms alone decide which figures a report has. */
    private static List<AvailableFigure> figures(List<AvailableYear> years) {
        Map<String, List<AvailableYear>> byFigure = new LinkedHashMap<>();
        Forms.all().stream()
                .sorted(Comparator.comparingInt(Form::firstYear).reversed())
                .flatMap(form -> form.figures().stream())
                .map(Figure::code)
                .forEach(code -> byFigure.computeIfAbsent(code, figure -> yearsWith(figure, years)));
        return byFigure.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> figure(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static List<AvailableYear> yearsWith(String figure, List<AvailableYear> years) {
        return years.stream()
                .filter(year -> year.reports() > 0)
                .filter(year ->
                        Forms.of(year.year()).orElseThrow().figure(figure).isPresent())
                .collect(Collectors.toUnmodifiableList());
    }

    private static AvailableFigure figure(String code, List<AvailableYear> years) {
        return new AvailableFigure(
                code,
                years.stream().mapToLong(AvailableYear::reports).sum(),
                years.get(0).year(),
                years.get(years.size() - 1).year());
    }
}
