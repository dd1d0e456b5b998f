package org.gongkai.filing.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gongkai.audit.Event;
import org.gongkai.cycle.Deadlines;
import org.gongkai.registry.ReportingAuthority;
import org.gongkai.report.Contents;
import org.gongkai.rules.Situation;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.sql.StatementPipeline;

/**
 * What is kept of an agency's reports over the years around those that somebody wants to change. Whoever does so holds the lock on
 * the agency, changes the dossier, and has the {@link ReportRepository} store it; what comes next is judged by it before it is stored.
 */
public final class AgencyReports {

    private final ReportingAuthority agency;
    private final Archive archive;
    private final List<Event> events;
    private final NavigableMap<Integer, ReportHistory> reportHistories;
    private final Deadlines deadlines;
    private int last;

    /**
     * That of the reports over a span of years.
     *
     * @param kept what is stored of them
     * @param archive where more comes from
     * @param events takes what happens, in order
     */
    AgencyReports(
            ReportingAuthority agency, Archive.Span span, Archive.Kept kept, Archive archive, List<Event> events) {
        this.agency = agency;
        this.last = span.last();
        this.reportHistories = kept.of(span.agency());
        this.deadlines = kept.deadlines();
        this.archive = archive;
        this.events = events;
    }

    String agency() {
        return agency.code();
    }

    /** The report for a year, of which there may be nothing yet. */
    public ReportHistory docket(int year) {
        return reportHistories.computeIfAbsent(year, key -> new ReportHistory(FilingId.of(agency.code(), year)));
    }

    public ReportHistory docketOf(TrackedRevision revision) {
        return docket(revision.revision().id.year());
    }

    Collection<ReportHistory> dockets() {
        return reportHistories.values();
    }

    /** Of each report that is judged by that of a year, the revisions in force or waiting, and the newest, by year. */
    public List<TrackedRevision> liveAfter(int year) {
        int until = year + RuleBook.YEARS_OF_HISTORY;
        if (until > last) {
            read(until);
        }
        List<TrackedRevision> live = new ArrayList<>();
        reportHistories
                .subMap(year, false, until, true)
                .values()
                .forEach(reportHistory -> live.addAll(reportHistory.live()));
        return live;
    }

    /** What else a report is judged by: the agency's reports in force for earlier years, its powers, the deadline. */
    public Situation situation(Contents report, Instant firstSubmitted) {
        int year = report.year();
        return new Situation(report, earlier(year), agency.mayMakeRules(), firstSubmitted, dueFor(year));
    }

    public Instant dueFor(int year) {
        return deadlines.dueFor(agency, year);
    }

    /** What one of its revisions says. */
    public Contents contents(TrackedRevision revision) {
        return archive.contents(revision);
    }

    public void happened(Event event) {
        events.add(event);
    }

    /** The latest first. */
    private List<Contents> earlier(int year) {
        return IntStream.rangeClosed(1, RuleBook.YEARS_OF_HISTORY)
                .mapToObj(before ->
                        Optional.ofNullable(reportHistories.get(year - before)).flatMap(ReportHistory::inForce))
                .flatMap(Optional::stream)
                .map(archive::contents)
                .toList();
    }

    private void read(int until) {
        Archive.Kept more = archive.read(
                new StatementPipeline(), List.of(new Archive.Span(agency.code(), last + 1, last + 1, until)));
        reportHistories.putAll(more.of(agency.code()));
        deadlines.add(more.deadlines());
        last = until;
    }
}
