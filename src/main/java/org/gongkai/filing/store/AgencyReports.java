package org.gongkai.filing.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gongkai.audit.Event;
import org.gongkai.cycle.Deadlines;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.form.Cell;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.agency.ReportingAuthority;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Opening;
import org.gongkai.rules.Situation;
import org.gongkai.rules.book.RuleBook;

/**
 * The aggregate of an agency's reports over a span of years. To change it, a transaction loads it with a lock on the
 * agency, changes it in memory, and saves it with {@link ReportRepository}. Each change sees the ones before it, stored
 * or not.
 */
public final class AgencyReports {

    private final ReportingAuthority agency;
    private final Deadlines deadlines;
    private final Relatives relatives;
    private final OpeningChain openings;
    private final Map<Cell, BigDecimal> usual;
    private final NavigableMap<Integer, ReportHistory> histories;
    private final Map<Integer, TrackedRevision> published;
    private final boolean isInSandbox;
    private final SameReports sameReports;
    private final DepartmentSums departmentSums;
    private final List<Event> events;
    private int lastYear;

    /**
     * Creates the aggregate.
     *
     * @param histories loaded reports by year
     * @param published the reports in force outside the sandbox, with which tests are compared; empty for real reports
     * @param isInSandbox whether the reports are tests
     * @param lastYear the last year that has been loaded
     * @param sameReports the agencies that submitted the same content
     * @param departmentSums adds up the reports of the departments of a government
     * @param events receives the events of the transaction, in order
     */
    AgencyReports(
            ReportingAuthority agency,
            Deadlines deadlines,
            Relatives relatives,
            OpeningChain openings,
            Map<Cell, BigDecimal> usual,
            NavigableMap<Integer, ReportHistory> histories,
            Map<Integer, TrackedRevision> published,
            boolean isInSandbox,
            int lastYear,
            SameReports sameReports,
            DepartmentSums departmentSums,
            List<Event> events) {
        this.agency = agency;
        this.deadlines = deadlines;
        this.relatives = relatives;
        this.openings = openings;
        this.usual = usual;
        this.histories = histories;
        this.published = published;
        this.isInSandbox = isInSandbox;
        this.lastYear = lastYear;
        this.sameReports = sameReports;
        this.departmentSums = departmentSums;
        this.events = events;
    }

    /** Returns the agency. */
    public ReportingAuthority agency() {
        return agency;
    }

    /** Returns whether the reports are tests: no event and no other report follows from them. */
    public boolean isInSandbox() {
        return isInSandbox;
    }

    /**
     * Returns the agency with tests instead of its reports. A test is compared with the tests of other years or, if there
     * is none in force, with the report in force. Its events are dropped.
     *
     * @param tests the tests by year
     * @param seesReports whether the holder may see the reports in force
     */
    AgencyReports inSandbox(NavigableMap<Integer, ReportHistory> tests, boolean seesReports) {
        Map<Integer, TrackedRevision> inForce = new HashMap<>();
        if (seesReports) {
            histories.forEach((year, history) -> history.inForce().ifPresent(revision -> inForce.put(year, revision)));
        }
        return new AgencyReports(
                agency,
                deadlines,
                relatives,
                openings,
                usual,
                tests,
                inForce,
                true,
                lastYear,
                sameReports,
                departmentSums,
                new ArrayList<>());
    }

    int lastYear() {
        return lastYear;
    }

    /** Adds the reports of years that follow the last one. */
    void extend(ReportLoader.Stored later, int newLastYear) {
        histories.putAll(later.of(agency.code()));
        deadlines.add(later.deadlines());
        relatives.add(later.relatives());
        openings.add(later.openings());
        lastYear = newLastYear;
    }

    /** Returns the report for a year; it has no revision when nothing was submitted. */
    public ReportHistory history(int year) {
        return histories.computeIfAbsent(year, key -> new ReportHistory(FilingId.of(agency.code(), year), isInSandbox));
    }

    public ReportHistory historyOf(TrackedRevision revision) {
        return history(revision.row().year());
    }

    /**
     * Returns the revisions in force or waiting, by year.
     *
     * @param years the report years; {@code null} for all that were loaded
     */
    public List<TrackedRevision> current(Collection<Integer> years) {
        return histories.entrySet().stream()
                .filter(history -> years == null || years.contains(history.getKey()))
                .flatMap(history -> history.getValue().current().stream())
                .toList();
    }

    Collection<ReportHistory> histories() {
        return histories.values();
    }

    /** Returns the live revisions of the years after one year, up to another, by year. */
    List<TrackedRevision> liveBetween(int after, int until) {
        List<TrackedRevision> live = new ArrayList<>();
        histories.subMap(after, false, until, true).values().forEach(history -> live.addAll(history.live()));
        return live;
    }

    /**
     * Returns a report with everything else the rules need: earlier reports in force, powers of the agency, reports of its
     * predecessors and successors, deadline, the same report of another agency, what is usual in its category, and for a
     * government the reports of its departments.
     */
    public Situation situation(Contents report, String contentHash, Instant firstSubmitted) {
        int year = report.year();
        Situation situation = new Situation(
                        report,
                        earlier(year),
                        agency.mayMakeRules(),
                        relatives.of(FilingId.of(agency.code(), year)),
                        firstSubmitted,
                        dueFor(year))
                .withOpening(opening(year))
                .withUsual(usual);
        if (agency.kind() == AgencyKind.GOVERNMENT) {
            situation = situation.withDepartments(departmentSums.of(FilingId.of(agency.code(), year)));
        }
        return withSameReport(situation, year, contentHash);
    }

    /**
     * Returns the findings about a stored revision by the current rule book, whose content is loaded. They contain errors if
     * the rule book has become stricter since.
     */
    public List<Finding> findings(TrackedRevision revision) {
        Contents report = revision.contents();
        Situation situation = situation(
                report, revision.row().contentHash(), historyOf(revision).firstSubmittedAt());
        return RuleBook.of(report.form()).findings(situation);
    }

    /** Returns whether departments of the government have reported since it submitted a revision. */
    public boolean haveDepartmentsChangedSince(TrackedRevision revision) {
        return departmentSums.haveChanged(
                historyOf(revision).id(), revision.row().submittedAt());
    }

    private Situation withSameReport(Situation situation, int year, String contentHash) {
        return sameReports
                .of(FilingId.of(agency.code(), year), contentHash)
                .map(situation::withSameReportOf)
                .orElse(situation);
    }

    /** Returns the reports of last year that the report for a year starts from, along mergers. */
    public Opening opening(int year) {
        return openings.of(FilingId.of(agency.code(), year), inForce(year - 1).map(TrackedRevision::contents));
    }

    private Optional<TrackedRevision> inForce(int year) {
        return Optional.ofNullable(histories.get(year))
                .flatMap(ReportHistory::inForce)
                .or(() -> Optional.ofNullable(published.get(year)));
    }

    /** Adds a new revision of a report. */
    public void add(ReportHistory history, TrackedRevision revision, Instant receivedAt) {
        history.add(revision, receivedAt);
        sameReports.add(history.id(), revision.row().contentHash());
    }

    SameReports sameReports() {
        return sameReports;
    }

    /** Returns the moment from which the report for a year is late. */
    public Instant dueFor(int year) {
        return deadlines.dueFor(agency, year);
    }

    /** Adds an event, to be saved with the changes. */
    public void add(Event event) {
        events.add(event);
    }

    /** Returns the reports in force for earlier years, the latest first. */
    private List<Contents> earlier(int year) {
        return IntStream.rangeClosed(1, RuleBook.YEARS_OF_HISTORY)
                .mapToObj(before -> inForce(year - before))
                .flatMap(Optional::stream)
                .map(TrackedRevision::contents)
                .toList();
    }
}
