package org.gongkai.filing.store;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.audit.AuditLog;
import org.gongkai.filing.revision.ExplanationRow;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.revision.ReportReader;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.filing.store.ReportLoader.Span;
import org.gongkai.rules.Finding;
import org.gongkai.security.AccessConfig;
import org.gongkai.sql.Argument;
import org.gongkai.sql.BatchUpdate;
import org.gongkai.sql.RecordTable;
import org.gongkai.sql.StatementPipeline;

/**
 * The reports in the sandbox. They pass through the same aggregate as real ones, {@link AgencyReports}, but come from tables
 * of their own and go back there: with their revisions, findings and explanations, and without figures, events or versions of
 * the data.
 */
@ApplicationScoped
class SandboxReports {

    /** Requests of one holder wait for each other, and for no other request. */
    private static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('sandbox ' || h.holder, 0))
            from unnest(?::text[]) as h (holder)""";

    private static final String REPORTS = """
            select r.agency, r.year, r.revision, r.first_submitted_at, r.explanations
            from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[]) as s (holder, agency, first, last)
            join sandbox_report r on r.holder = s.holder and r.agency = s.agency and r.year between s.first and s.last""";

    private static final String REVISIONS = """
            select r.document
            from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[]) as s (holder, agency, first, last)
            join sandbox_revision r on r.holder = s.holder and r.agency = s.agency and r.year between s.first and s.last""";

    private static final RecordTable<SandboxReportRow> REPORT =
            RecordTable.of("sandbox_report", SandboxReportRow.class, "holder", "agency", "year");

    private static final RecordTable<SandboxRevisionRow> REVISION =
            RecordTable.of("sandbox_revision", SandboxRevisionRow.class, "holder", "agency", "year", "revision");

    private static final BatchUpdate<SandboxReportRow> PUT_REPORT = REPORT.insertOrUpdate(
            "revision", "status", "content_hash", "submitted_at", "explanations", "bytes", "changed_at");

    private static final BatchUpdate<SandboxRevisionRow> PUT_REVISION = REVISION.insertOrUpdate("document", "bytes");

    private static final TypeReference<List<ExplanationRow>> EXPLANATIONS = new TypeReference<>() {};

    private final EntityManager entities;
    private final ReportReader reader;
    private final SandboxSpace space;
    private final AccessConfig access;
    private final AuditLog auditLog;

    SandboxReports(
            EntityManager entities, ReportReader reader, SandboxSpace space, AccessConfig access, AuditLog auditLog) {
        this.entities = entities;
        this.reader = reader;
        this.space = space;
        this.access = access;
        this.auditLog = auditLog;
    }

    /**
     * A revision as it is stored.
     *
     * @param row the revision with its content
     * @param findings the findings about it
     */
    private record Document(RevisionRow row, List<Finding> findings) {}

    /** Locks the sandbox of a holder until the transaction ends. */
    void lock(String holder) {
        new StatementPipeline()
                .query(LOCK, rows -> {}, List.of(holder), List.of(Argument.text(name -> name)))
                .execute(entities);
    }

    /**
     * Loads the tests of a holder.
     *
     * @param real the agencies with their real reports
     * @param spans the years that are needed
     */
    LoadedReports load(String holder, LoadedReports real, List<Span> spans) {
        Map<String, NavigableMap<Integer, ReportHistory>> tests = new HashMap<>();
        List<Argument<Span>> ofSpan = List.of(
                Argument.text(span -> holder),
                Argument.text(Span::agency),
                Argument.number(Span::first),
                Argument.number(Span::last));
        new StatementPipeline()
                .query(REPORTS, rows -> readReports(rows, tests), spans, ofSpan)
                .query(REVISIONS, rows -> readRevisions(rows, tests), spans, ofSpan)
                .execute(entities);
        Map<String, AgencyReports> byAgency = new TreeMap<>();
        // Where accepted reports are not public, the findings about a test must not tell their figures either.
        real.byAgency()
                .forEach((code, agency) -> byAgency.put(
                        code, agency.inSandbox(tests.getOrDefault(code, new TreeMap<>()), access.publicRead())));
        return new LoadedReports(byAgency, List.of(), Optional.of(holder));
    }

    private void readReports(ResultSet rows, Map<String, NavigableMap<Integer, ReportHistory>> tests)
            throws SQLException {
        while (rows.next()) {
            FilingId id = new FilingId(rows.getString("agency"), rows.getShort("year"));
            ReportHistory history = new ReportHistory(id, true);
            history.loadFiling(
                    rows.getInt("revision"),
                    rows.getObject("first_submitted_at", OffsetDateTime.class).toInstant());
            reader.stored(rows.getString("explanations"), EXPLANATIONS).forEach(history::loadExplanation);
            tests.computeIfAbsent(id.agency(), agency -> new TreeMap<>()).put((int) id.year(), history);
        }
    }

    private void readRevisions(ResultSet rows, Map<String, NavigableMap<Integer, ReportHistory>> tests)
            throws SQLException {
        while (rows.next()) {
            Document document = reader.stored(rows.getString("document"), Document.class);
            RevisionRow row = document.row();
            tests.get(row.agency())
                    .get((int) row.year())
                    .loadRevision(TrackedRevision.stored(row, document.findings()));
        }
    }

    /**
     * Writes the changes of a holder's tests.
     *
     * @throws org.gongkai.problem.ProblemException if the holder has no space left
     */
    void save(String holder, Collection<AgencyReports> agencies) {
        List<ReportHistory> changed = agencies.stream()
                .flatMap(agency -> agency.histories().stream())
                .filter(ReportHistory::isChanged)
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        StatementPipeline statements = new StatementPipeline();
        PUT_REPORT.addTo(
                statements,
                changed.stream().map(history -> row(holder, history)).toList());
        PUT_REVISION.addTo(
                statements,
                changed.stream().flatMap(history -> rows(holder, history)).toList());
        statements.execute(entities);
        space.refuseMore(holder);
    }

    private SandboxReportRow row(String holder, ReportHistory history) {
        RevisionRow newest = history.newest().orElseThrow().row();
        String explanations = reader.write(history.explanations());
        return new SandboxReportRow(
                holder,
                newest.agency(),
                newest.year(),
                newest.revision(),
                newest.status(),
                newest.contentHash(),
                newest.submittedAt(),
                history.firstSubmittedAt(),
                explanations,
                bytes(explanations),
                auditLog.now());
    }

    private Stream<SandboxRevisionRow> rows(String holder, ReportHistory history) {
        return history.revisions().stream().filter(TrackedRevision::isChanged).map(revision -> {
            RevisionRow row = revision.row();
            String document = reader.write(new Document(row, revision.findings()));
            return new SandboxRevisionRow(holder, row.agency(), row.year(), row.revision(), document, bytes(document));
        });
    }

    private static int bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }
}
