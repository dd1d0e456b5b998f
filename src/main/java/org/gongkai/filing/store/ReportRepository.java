package org.gongkai.filing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.Event;
import org.gongkai.registry.Agencies;
import org.gongkai.registry.ReportingAuthority;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.sql.StatementPipeline;

/** Opens the dossiers of agencies, and stores what has been changed in them. */
@ApplicationScoped
public class ReportRepository {

    private final Archive archive;
    private final Ledger ledger;
    private final AuditLog auditLog;
    private final EntityManager entities;

    ReportRepository(Archive archive, Ledger ledger, AuditLog auditLog, EntityManager entities) {
        this.archive = archive;
        this.ledger = ledger;
        this.auditLog = auditLog;
        this.entities = entities;
    }

    /**
     * The dossiers that are open in a transaction.
     *
     * @param ofAgencies by the code of the agency; none for a code that no agency has
     * @param events what has happened to them, in order
     */
    public record Desk(Map<String, AgencyReports> ofAgencies, List<Event> events) {

        public boolean has(String agency) {
            return ofAgencies.containsKey(agency);
        }

        /** That of an agency, which must be known. */
        public AgencyReports require(String agency) {
            return Optional.ofNullable(ofAgencies.get(agency)).orElseThrow(() -> Agencies.unknown(agency));
        }
    }

    /** Opens those of the agencies whose reports are to be changed. Nobody else can do so until the transaction ends. */
    public Desk open(Collection<FilingId> reports) {
        // Agencies that have been changed in this transaction are read as they are now.
        entities.flush();
        return desk(reports, Agencies::lock);
    }

    /** The same, but for those that are open elsewhere: nobody is waited for. */
    public Desk openFree(Collection<FilingId> reports) {
        return desk(reports, Agencies::lockFree);
    }

    /** Opens that of the agency, which must be known, to look something up. */
    public AgencyReports view(FilingId report) {
        return desk(List.of(report), Agencies::standings).require(report.agency());
    }

    /** Stores what has been changed. */
    public void store(Desk desk) {
        StatementPipeline statements = new StatementPipeline();
        ledger.write(statements, desk.ofAgencies().values());
        auditLog.record(statements, desk.events());
        statements.execute(entities);
    }

    private Desk desk(
            Collection<FilingId> reports,
            BiFunction<StatementPipeline, List<String>, Map<String, ReportingAuthority>> agencies) {
        List<Archive.Span> spans = spans(reports);
        StatementPipeline statements = new StatementPipeline();
        Map<String, ReportingAuthority> known = agencies.apply(
                statements, spans.stream().map(Archive.Span::agency).toList());
        Archive.Kept kept = archive.read(statements, spans);
        List<Event> events = new ArrayList<>();
        Map<String, AgencyReports> agencyReportses = new TreeMap<>();
        spans.stream()
                .filter(span -> known.containsKey(span.agency()))
                .forEach(span -> agencyReportses.put(
                        span.agency(), new AgencyReports(known.get(span.agency()), span, kept, archive, events)));
        return new Desk(agencyReportses, events);
    }

    private static List<Archive.Span> spans(Collection<FilingId> reports) {
        Map<String, IntSummaryStatistics> years = reports.stream()
                .collect(Collectors.groupingBy(
                        FilingId::agency, TreeMap::new, Collectors.summarizingInt(FilingId::year)));
        return years.entrySet().stream()
                .map(agency -> span(agency.getKey(), agency.getValue()))
                .toList();
    }

    /** What is judged looks back, and what comes after looks back at it. */
    private static Archive.Span span(String agency, IntSummaryStatistics years) {
        return new Archive.Span(
                agency,
                years.getMin() - RuleBook.YEARS_OF_HISTORY,
                years.getMin(),
                years.getMax() + RuleBook.YEARS_OF_HISTORY);
    }
}
