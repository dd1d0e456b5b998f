package org.gongkai.rules;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.form.Cell;
import org.gongkai.form.FormNode;
import org.gongkai.report.Contents;

/** A report with everything that is needed to check it. */
public final class Situation {

    private final Contents report;
    private final List<Contents> earlier;
    private final Opening opening;
    private final boolean mayMakeRules;
    private final List<String> relatives;
    private final Instant firstSubmitted;
    private final Instant due;
    private final SameReport sameReportOf;
    private final Map<Cell, BigDecimal> usual;
    private final Departments departments;
    private final Map<String, String> prose = new HashMap<>();

    /**
     * Creates the situation of a report.
     *
     * @param report the report
     * @param earlier the reports in force of the agency for the previous five years, the latest first
     * @param mayMakeRules true if the agency has the power to make rules (规章)
     * @param relatives codes of the predecessors and successors of the agency that have a report in force for the year
     * @param firstSubmitted the time of the first submission for the report year
     * @param due the time from which a first submission is late
     */
    public Situation(
            Contents report,
            List<Contents> earlier,
            boolean mayMakeRules,
            List<String> relatives,
            Instant firstSubmitted,
            Instant due) {
        this(
                report,
                earlier,
                ownOpening(report, earlier),
                mayMakeRules,
                relatives,
                firstSubmitted,
                due,
                null,
                Map.of(),
                null);
    }

    private Situation(
            Contents report,
            List<Contents> earlier,
            Opening opening,
            boolean mayMakeRules,
            List<String> relatives,
            Instant firstSubmitted,
            Instant due,
            SameReport sameReportOf,
            Map<Cell, BigDecimal> usual,
            Departments departments) {
        this.report = report;
        this.earlier = earlier;
        this.opening = opening;
        this.mayMakeRules = mayMakeRules;
        this.relatives = relatives;
        this.firstSubmitted = firstSubmitted;
        this.due = due;
        this.sameReportOf = sameReportOf;
        this.usual = usual;
        this.departments = departments;
    }

    /** Returns the report itself. */
    public Contents report() {
        return report;
    }

    public List<Contents> earlier() {
        return earlier;
    }

    public boolean mayMakeRules() {
        return mayMakeRules;
    }

    public List<String> relatives() {
        return relatives;
    }

    public Instant firstSubmitted() {
        return firstSubmitted;
    }

    public Instant due() {
        return due;
    }

    /** Returns the situation of a report whose content another agency has submitted before for the same year. */
    public Situation withSameReportOf(SameReport other) {
        return new Situation(
                report, earlier, opening, mayMakeRules, relatives, firstSubmitted, due, other, usual, departments);
    }

    /** Returns the situation with the largest values that are usual in the category of the agency. */
    public Situation withUsual(Map<Cell, BigDecimal> values) {
        return new Situation(
                report,
                earlier,
                opening,
                mayMakeRules,
                relatives,
                firstSubmitted,
                due,
                sameReportOf,
                values,
                departments);
    }

    /** Returns the situation of a government's report with the reports of its departments. */
    public Situation withDepartments(Departments known) {
        return new Situation(
                report, earlier, opening, mayMakeRules, relatives, firstSubmitted, due, sameReportOf, usual, known);
    }

    /** Returns the reports of the departments; empty for a department's own report, or if they are unknown. */
    public Optional<Departments> departments() {
        return Optional.ofNullable(departments);
    }

    /** Returns the largest value of a cell that is usual in the category of the agency; empty if unknown. */
    public Optional<BigDecimal> usual(Cell cell) {
        return Optional.ofNullable(usual.get(cell));
    }

    /** Returns the report that another agency submitted before with the same content for the same year. */
    public Optional<SameReport> sameReportOf() {
        return Optional.ofNullable(sameReportOf);
    }

    /** Returns the normalised text of a section. It is cached, as several rules read it. */
    public String prose(FormNode section) {
        return prose.computeIfAbsent(section.name(), name -> ProseNumbers.normalized(report.text(section)));
    }

    /** Returns the report in force of the previous year, if there is one. */
    public Optional<Contents> lastYear() {
        return lastYear(report, earlier);
    }

    private static Optional<Contents> lastYear(Contents report, List<Contents> earlier) {
        return earlier.stream()
                .filter(other -> other.year() == report.year() - 1)
                .findFirst();
    }

    private static Opening ownOpening(Contents report, List<Contents> earlier) {
        return Opening.ofOwn(lastYear(report, earlier));
    }

    /** Returns the reports of last year that the report starts from; without any, nothing is compared with them. */
    public Opening opening() {
        return opening;
    }

    /** Returns the situation of the report of an agency that may have taken over tasks of others. */
    public Situation withOpening(Opening other) {
        return new Situation(
                report, earlier, other, mayMakeRules, relatives, firstSubmitted, due, sameReportOf, usual, departments);
    }

    /** Returns the situation of the same report after earlier reports of the agency, the latest first. */
    public Situation after(List<Contents> earlierReports) {
        return new Situation(
                report,
                earlierReports,
                ownOpening(report, earlierReports),
                mayMakeRules,
                relatives,
                firstSubmitted,
                due,
                sameReportOf,
                usual,
                departments);
    }

    /** Returns the situation for rules that check only the report itself. */
    public static Situation alone(Contents report) {
        return new Situation(report, List.of(), true, List.of(), Instant.MIN, Instant.MAX);
    }
}
