package org.gongkai.filing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.Event;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.revision.Revision;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.filing.revision.RevisionSnapshot;
import org.gongkai.filing.store.ReportLoader.Span;
import org.gongkai.filing.store.ReportLoader.Stored;
import org.gongkai.registry.agency.Agencies;
import org.gongkai.registry.agency.ReportingAuthority;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.security.Actor;
import org.gongkai.sql.StatementPipeline;

/** Loads and saves the reports of agencies. */
@ApplicationScoped
public class ReportRepository {

    private final ReportLoader loader;
    private final FindingsLoader findingsLoader;
    private final ReportWriter writer;
    private final DepartmentSums departmentSums;
    private final SandboxReports sandbox;
    private final AuditLog auditLog;
    private final EntityManager entities;

    ReportRepository(
            ReportLoader loader,
            FindingsLoader findingsLoader,
            ReportWriter writer,
            DepartmentSums departmentSums,
            SandboxReports sandbox,
            AuditLog auditLog,
            EntityManager entities) {
        this.loader = loader;
        this.findingsLoader = findingsLoader;
        this.writer = writer;
        this.departmentSums = departmentSums;
        this.sandbox = sandbox;
        this.auditLog = auditLog;
        this.entities = entities;
    }

    /** Loads the agencies of reports that are to be changed, and locks these agencies until the transaction ends. */
    public LoadedReports lock(Collection<FilingId> reports) {
        // The statements below do not see changes of agencies that this transaction has not written yet.
        entities.flush();
        return load(reports, List.of(), Agencies::lock);
    }

    /**
     * Loads and locks what an actor is going to change: the agencies of the reports or, for tests, the sandbox of the actor,
     * which lets the real reports of the agencies alone.
     */
    public LoadedReports lock(Collection<FilingId> reports, Actor actor) {
        return lock(reports, List.of(), actor);
    }

    /**
     * Loads and locks what an actor is going to change, like {@link #lock(Collection, Actor)}, by a submission.
     *
     * @param contents the contents to look for in reports of other agencies
     */
    public LoadedReports lock(Collection<FilingId> reports, List<ReportContent> contents, Actor actor) {
        if (actor.isInSandbox()) {
            sandbox.lock(actor.name());
            return tests(reports, contents, actor);
        }
        entities.flush();
        return load(reports, contents, Agencies::lock);
    }

    private LoadedReports tests(Collection<FilingId> reports, List<ReportContent> contents, Actor actor) {
        LoadedReports real = load(reports, contents, Agencies::reportingAuthorities);
        return sandbox.load(actor.name(), real, spans(reports));
    }

    /**
     * Loads and locks the agencies of reports that are to be submitted, except those that another transaction has locked:
     * it waits for none.
     *
     * @param contents the contents to look for in reports of other agencies
     */
    public LoadedReports lockAvailable(Collection<FilingId> reports, List<ReportContent> contents) {
        return load(reports, contents, Agencies::lockFree);
    }

    /**
     * Locks agencies until the transaction ends, in the order of their codes: two transactions that do so never wait for
     * each other. For tests, locks the sandbox of the actor instead.
     */
    public void lockAgencies(SortedSet<String> codes, Actor actor) {
        if (actor.isInSandbox()) {
            sandbox.lock(actor.name());
            return;
        }
        StatementPipeline statements = new StatementPipeline();
        Agencies.lock(statements, List.copyOf(codes));
        statements.execute(entities);
    }

    /** Loads the agency of a report without a lock, to look something up; throws UNKNOWN_AGENCY. */
    public AgencyReports view(FilingId report) {
        return load(List.of(report), List.of(), Agencies::reportingAuthorities).require(report.agency());
    }

    /** Loads the agency of a report without a lock, as an actor works with it; throws UNKNOWN_AGENCY. */
    public AgencyReports view(FilingId report, Actor actor) {
        return view(report, List.of(), actor);
    }

    /**
     * Loads the agency of a report without a lock, to check the report of an actor; throws UNKNOWN_AGENCY.
     *
     * @param contents the contents to look for in reports of other agencies
     */
    public AgencyReports view(FilingId report, List<ReportContent> contents, Actor actor) {
        List<FilingId> reports = List.of(report);
        LoadedReports loaded = actor.isInSandbox()
                ? tests(reports, contents, actor)
                : load(reports, contents, Agencies::reportingAuthorities);
        return loaded.require(report.agency());
    }

    /** Loads the agencies of reports without a lock, to check the reports; without unknown agencies. */
    public LoadedReports view(Collection<FilingId> reports) {
        return load(reports, List.of(), Agencies::reportingAuthorities);
    }

    /** Writes all changes and events. Those of tests go to the sandbox alone. */
    public void save(LoadedReports loaded) {
        if (loaded.holder().isPresent()) {
            sandbox.save(loaded.holder().get(), loaded.byAgency().values());
            return;
        }
        StatementPipeline statements = new StatementPipeline();
        writer.write(statements, loaded.byAgency().values());
        auditLog.record(statements, loaded.events());
        statements.execute(entities);
    }

    /** Returns the live revisions that the rules compare with the report for a year, by year, with their contents. */
    public List<TrackedRevision> comparedWith(AgencyReports agency, int year) {
        int until = year + RuleBook.YEARS_OF_HISTORY;
        int next = agency.lastYear() + 1;
        if (until >= next) {
            Stored later = loader.load(
                    new StatementPipeline(), List.of(new Span(agency.agency().code(), next, next, until)));
            agency.extend(later, until);
        }
        List<TrackedRevision> live = agency.liveBetween(year, until);
        loadForCheck(agency, live);
        return live;
    }

    /** Adds the revision of a report that was in force last to the loaded ones, with its content. */
    public Optional<TrackedRevision> loadSuperseded(AgencyReports agency, ReportHistory history) {
        Optional<TrackedRevision> superseded = Revision.supersededLast(history.id())
                .map(found -> TrackedRevision.stored(found.row(), findingsLoader.findings(found.row())));
        superseded.ifPresent(revision -> {
            history.loadRevision(revision);
            loadForCheck(agency, List.of(revision));
        });
        return superseded;
    }

    /** Reads the contents of revisions that were loaded without them: older ones that wait for a decision. */
    public void loadContents(Collection<TrackedRevision> revisions) {
        loader.loadContents(revisions);
    }

    /** Reads all that is needed to check stored revisions again. */
    public void loadForCheck(AgencyReports agency, Collection<TrackedRevision> revisions) {
        loader.loadContents(revisions);
        List<ReportContent> contents = revisions.stream()
                .map(ReportContent::of)
                .flatMap(Optional::stream)
                .toList();
        if (!contents.isEmpty()) {
            StatementPipeline statements = new StatementPipeline();
            agency.sameReports().find(statements, contents);
            statements.execute(entities);
        }
    }

    /** Reads the findings about revisions, to show them. */
    public List<RevisionSnapshot> snapshots(List<RevisionRow> revisions) {
        return revisions.isEmpty() ? List.of() : findingsLoader.snapshots(revisions);
    }

    private LoadedReports load(
            Collection<FilingId> reports,
            List<ReportContent> contents,
            BiFunction<StatementPipeline, List<String>, Map<String, ReportingAuthority>> agencies) {
        List<Event> events = new ArrayList<>();
        Map<String, AgencyReports> byAgency = new TreeMap<>();
        List<Span> spans = spans(reports);
        if (!spans.isEmpty()) {
            StatementPipeline statements = new StatementPipeline();
            Map<String, ReportingAuthority> known =
                    agencies.apply(statements, spans.stream().map(Span::agency).toList());
            SameReports sameReports = new SameReports();
            sameReports.find(statements, contents);
            Stored stored = loader.load(statements, spans);
            spans.stream()
                    .filter(span -> known.containsKey(span.agency()))
                    .forEach(span -> byAgency.put(
                            span.agency(),
                            new AgencyReports(
                                    known.get(span.agency()),
                                    stored.deadlines(),
                                    stored.relatives(),
                                    stored.openings(),
                                    stored.usual().getOrDefault(span.agency(), Map.of()),
                                    stored.of(span.agency()),
                                    Map.of(),
                                    false,
                                    span.last(),
                                    sameReports,
                                    departmentSums,
                                    events)));
        }
        return new LoadedReports(byAgency, events, Optional.empty());
    }

    private static List<Span> spans(Collection<FilingId> reports) {
        Map<String, IntSummaryStatistics> years = reports.stream()
                .collect(Collectors.groupingBy(
                        FilingId::agency, TreeMap::new, Collectors.summarizingInt(FilingId::year)));
        return years.entrySet().stream()
                .map(agency -> span(agency.getKey(), agency.getValue()))
                .toList();
    }

    /** Covers the earlier years that a report is compared with, and the later years that are compared with it. */
    private static Span span(String agency, IntSummaryStatistics years) {
        return new Span(
                agency,
                years.getMin() - RuleBook.YEARS_OF_HISTORY,
                years.getMin(),
                years.getMax() + RuleBook.YEARS_OF_HISTORY);
    }
}
