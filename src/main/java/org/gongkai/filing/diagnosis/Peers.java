package org.gongkai.filing.diagnosis;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.form.Figure;
import org.gongkai.registry.code.Named;
import org.gongkai.rules.book.FigureUnusual;
import org.gongkai.statistics.data.Basis;
import org.gongkai.statistics.data.DataState;
import org.gongkai.statistics.data.Parsed;
import org.gongkai.statistics.rollup.Boundaries;
import org.gongkai.statistics.rollup.RollUpQuery;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.statistics.rollup.RowStatistics.Quartiles;
import org.gongkai.statistics.rollup.Statistic;
import org.gongkai.statistics.rollup.sql.RollUps;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** Compares the figures of a report with the medians of its district and of its category. */
@ApplicationScoped
class Peers {

    /** With fewer reports, quartiles say nothing. */
    static final int MIN_REPORTS = 5;

    /** The distance between the quartiles, times this, is the farthest that a figure may lie outside of them. */
    static final BigDecimal MAX_SPREADS = BigDecimal.valueOf(3);

    /** A smaller difference is not worth a question, even where all other reports state the same number. */
    static final BigDecimal MIN_DIFFERENCE = BigDecimal.TEN;

    private static final Text ACTION =
            new Text("核对台账和计量口径；无误的不需更正", "Check the records and what is counted; a correct number needs no change");

    private final RollUps rollUps;
    private final DataState state;

    Peers(RollUps rollUps, DataState state) {
        this.rollUps = rollUps;
        this.state = state;
    }

    /** Returns the groups of reports that a report is compared with, with their statistics. */
    List<PeerGroup> groups(DiagnosedReport report, Location location) throws SQLException {
        List<PeerGroup> groups = new ArrayList<>();
        group(PeerDifference.Group.DISTRICT, report, location, Optional.empty()).ifPresent(groups::add);
        group(PeerDifference.Group.CATEGORY, report, location, Optional.of(location.category()))
                .ifPresent(groups::add);
        return groups;
    }

    /** Returns the reports of the smallest district around the agency that has enough of them. */
    private Optional<PeerGroup> group(
            PeerDifference.Group kind, DiagnosedReport report, Location location, Optional<Named> category)
            throws SQLException {
        for (Named district : location.districts()) {
            RollUpQuery query = query(report, location, district, category);
            List<RollUpRow> rows =
                    rollUps.run(new Parsed<>(query, List.of()), state.current()).rows();
            PeerGroup group = new PeerGroup(kind, district, category, rows);
            if (group.reports() >= MIN_REPORTS) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    private static RollUpQuery query(
            DiagnosedReport report, Location location, Named district, Optional<Named> category) {
        return new RollUpQuery(
                figures(report).map(Figure::code).distinct().toList(),
                List.of(),
                Optional.empty(),
                List.of(report.year()),
                List.of(district.code()),
                category.stream().map(Named::code).toList(),
                List.of(),
                List.of(),
                Boundaries.AS_REPORTED,
                Basis.ACCEPTED,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                EnumSet.of(Statistic.MEDIAN, Statistic.QUARTILES),
                location.kind());
    }

    /** Returns the figures that are compared: the same as those that are compared with the agency's earlier years. */
    private static Stream<Figure> figures(DiagnosedReport report) {
        return FigureUnusual.figures(report.contents().form());
    }

    /** Returns the figures of a report that are far from those of a group, in the order of the form. */
    static List<PeerDifference> differences(DiagnosedReport report, List<PeerGroup> groups, Language language) {
        return figures(report)
                .flatMap(figure ->
                        groups.stream().flatMap(group -> difference(report, figure, group, language).stream()))
                .toList();
    }

    private static Optional<PeerDifference> difference(
            DiagnosedReport report, Figure figure, PeerGroup group, Language language) {
        return figure.total().filter(report.contents().figures()::has).flatMap(cell -> {
            BigDecimal value = report.contents().figures().at(cell);
            return group.rows().stream()
                    .filter(row -> row.figure().equals(figure.code()))
                    .filter(row -> isFar(
                            value, row.statistics().median(), row.statistics().quartiles()))
                    .findFirst()
                    .map(row -> new PeerDifference(
                            cell.pointer(),
                            cell.place().in(language),
                            figure.code(),
                            value,
                            group.kind(),
                            group.district(),
                            group.category().orElse(null),
                            row.reports(),
                            row.statistics().median(),
                            row.statistics().quartiles(),
                            value.subtract(row.statistics().median()),
                            ACTION.in(language)));
        });
    }

    /** Returns whether a figure is so far from those of other reports that the agency should check it. */
    static boolean isFar(BigDecimal value, BigDecimal median, Quartiles quartiles) {
        BigDecimal reach = quartiles.third().subtract(quartiles.first()).multiply(MAX_SPREADS);
        boolean isOutside = value.compareTo(quartiles.third().add(reach)) > 0
                || value.compareTo(quartiles.first().subtract(reach)) < 0;
        return isOutside && value.subtract(median).abs().compareTo(MIN_DIFFERENCE) >= 0;
    }
}
