package org.gongkai.statistics.movement;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Series;
import org.gongkai.registry.code.Named;
import org.gongkai.report.FilledForm;
import org.gongkai.statistics.movement.Totals.Group;
import org.gongkai.text.Language;

/** The totals that move when a revision of a report takes the place of another one, or of none. */
public final class Movement {

    private final Form form;
    private final Optional<Integer> from;
    private final Optional<Integer> to;
    private final Optional<Contribution> leaving;
    private final Optional<Contribution> coming;
    private final Totals before;
    private final Set<String> districts;
    private final Set<String> categories;
    private final MovementStatements.Names names;

    /**
     * Creates a movement.
     *
     * @param from number of the revision that goes out of force; empty if there is none
     * @param to number of the revision that comes into force; empty if there is none, or if it is not stored
     * @param leaving the contribution of the one; empty if there is none
     * @param coming the contribution of the other; empty if there is none
     * @param before the totals before
     * @param districts codes of the districts that either contributes to, the lowest first
     * @param categories codes of the categories that either contributes to
     */
    Movement(
            Form form,
            Optional<Integer> from,
            Optional<Integer> to,
            Optional<Contribution> leaving,
            Optional<Contribution> coming,
            Totals before,
            Set<String> districts,
            Set<String> categories,
            MovementStatements.Names names) {
        this.form = form;
        this.from = from;
        this.to = to;
        this.leaving = leaving;
        this.coming = coming;
        this.before = before;
        this.districts = districts;
        this.categories = categories;
        this.names = names;
    }

    /** Returns the number of the revision that goes out of force. */
    public Optional<Integer> from() {
        return from;
    }

    /** Returns the number of the revision that comes into force. */
    public Optional<Integer> to() {
        return to;
    }

    /** Returns whether the report counts in totals. A government's report does not. */
    public boolean isCounted() {
        return leaving.isPresent() || coming.isPresent();
    }

    /** Returns the number of reports in the largest total: what it costs to add it up. */
    public long reportsRead() {
        return districts.stream()
                .mapToLong(district -> before.reports(Group.of(district)))
                .max()
                .orElse(0);
    }

    /** Returns the totals that move, in a language. */
    public MovedTotals in(Language language) {
        return new MovedTotals(
                districts.stream()
                        .flatMap(district -> reports(district).stream())
                        .toList(),
                districts.stream()
                        .flatMap(district -> totals(Group.of(district), language))
                        .toList(),
                districts.stream()
                        .flatMap(district -> categories.stream()
                                .flatMap(category -> totals(new Group(district, Optional.of(category)), language)))
                        .toList(),
                districts.stream()
                        .flatMap(district -> cells(district, language))
                        .toList());
    }

    private Optional<MovedReports> reports(String district) {
        Group group = Group.of(district);
        long after = reportsAfter(group);
        return before.reports(group) == after
                ? Optional.empty()
                : Optional.of(new MovedReports(name(district), before.reports(group), after));
    }

    private Stream<MovedTotal> totals(Group group, Language language) {
        return form.figures().stream()
                .filter(Figure::additive)
                .flatMap(figure -> total(group, figure, language).stream());
    }

    private Optional<MovedTotal> total(Group group, Figure figure, Language language) {
        Series series = Series.of(figure, Series.ALL_APPLICANTS);
        BigDecimal was = before.reports(group) == 0 ? null : number(before.sum(group, series));
        BigDecimal is = reportsAfter(group) == 0 ? null : number(after(group, series));
        return Objects.equals(was, is)
                ? Optional.empty()
                : Optional.of(new MovedTotal(
                        name(group.district()),
                        group.category()
                                .map(code -> names.categories().get(code))
                                .orElse(null),
                        figure.code(),
                        figure.place().in(language),
                        was,
                        is,
                        number(difference(group, series))));
    }

    private Stream<MovedCell> cells(String district, Language language) {
        return form.figures().stream().flatMap(figure -> figure.cells().stream()
                .flatMap(cell -> cell(Group.of(district), figure, cell, language).stream()));
    }

    /** Returns the move of a cell of the consolidated report, in which no reports add up to 0. */
    private Optional<MovedCell> cell(Group group, Figure figure, Cell cell, Language language) {
        Series series = Series.ofCell(figure, cell);
        BigDecimal difference = difference(group, series);
        return difference.signum() == 0
                ? Optional.empty()
                : Optional.of(new MovedCell(
                        name(group.district()),
                        cell.pointer(),
                        cell.place().in(language),
                        number(before.sum(group, series)),
                        number(after(group, series)),
                        number(difference)));
    }

    private Named name(String district) {
        return names.districts().get(district);
    }

    private long reportsAfter(Group group) {
        return before.reports(group)
                - leaving.filter(report -> report.isIn(group)).stream().count()
                + coming.filter(report -> report.isIn(group)).stream().count();
    }

    private BigDecimal after(Group group, Series series) {
        return before.sum(group, series).add(difference(group, series));
    }

    private BigDecimal difference(Group group, Series series) {
        return value(coming, group, series).subtract(value(leaving, group, series));
    }

    private static BigDecimal value(Optional<Contribution> report, Group group, Series series) {
        return report.filter(counted -> counted.isIn(group))
                .map(counted -> counted.values().get(series))
                .orElse(BigDecimal.ZERO);
    }

    /** Returns a number in the notation of the answer, in which equal numbers are equal objects. */
    private static BigDecimal number(BigDecimal value) {
        return FilledForm.plain(value);
    }
}
