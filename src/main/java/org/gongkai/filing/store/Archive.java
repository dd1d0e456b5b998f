package org.gongkai.filing.store;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.cycle.Deadlines;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.sql.Argument;
import org.gongkai.sql.StatementPipeline;

/** Reads what {@link AgencyReports}s are made of. */
@ApplicationScoped
class Archive {

    /** What the rules say is only needed of what is judged anew; what others than those in force and the newest say, hardly ever. */
    private static final String REPORTS = """
            select f.agency, f.year, f.revision as newest, f.first_submitted_at, r.revision, r.status, r.content_hash,
                   case when r.status = 'ACCEPTED' or r.revision = f.revision then r.content end as content,
                   r.submitted_at, r.submitted_by, r.decided_at, r.decided_by, r.comment, r.superseded_at,
                   case when f.year >= s.judged then (
                       select json_agg(n.fault order by n.position) from finding n
                       where n.agency = r.agency and n.year = r.year and n.revision = r.revision
                   ) end as faults
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[]) as s (agency, first, judged, last)
            join filing f on f.agency = s.agency and f.year between s.first and s.last
            join revision r on r.agency = f.agency and r.year = f.year
            where r.status in ('ACCEPTED', 'SUBMITTED') or r.revision = f.revision
            order by f.agency, f.year, r.revision""";

    private static final String EXPLANATIONS = """
            select e.id, e.agency, e.year, e.rule, e.pointer, e.compared, e.reason, e.explained_by, e.explained_at
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[]) as s (agency, first, judged, last)
            join explanation e on e.agency = s.agency and e.year between s.judged and s.last
            order by e.id desc""";

    private static final List<Argument<Span>> OF_SPAN = List.of(
            Argument.text(Span::agency),
            Argument.number(Span::first),
            Argument.number(Span::judged),
            Argument.number(Span::last));

    private static final TypeReference<List<Finding>> FAULTS = new TypeReference<>() {};

    private final EntityManager entities;
    private final ReportReader reader;

    Archive(EntityManager entities, ReportReader reader) {
        this.entities = entities;
        this.reader = reader;
    }

    /**
     * Of which of an agency's reports something is wanted.
     *
     * @param agency code of the agency
     * @param first the first year
     * @param judged the first year of which it matters what the rules say, and what was explained
     * @param last the last year
     */
    record Span(String agency, int first, int judged, int last) {}

    /**
     * What is stored of reports.
     *
     * @param dockets by the code of the agency and the year
     * @param deadlines until when they are due
     */
    record Kept(Map<String, NavigableMap<Integer, ReportHistory>> dockets, Deadlines deadlines) {

        Kept(Deadlines deadlines) {
            this(new HashMap<>(), deadlines);
        }

        NavigableMap<Integer, ReportHistory> of(String agency) {
            return dockets.computeIfAbsent(agency, code -> new TreeMap<>());
        }

        private ReportHistory docket(FilingId id) {
            return of(id.agency()).computeIfAbsent((int) id.year(), year -> new ReportHistory(id));
        }
    }

    /** Reads what is stored, after other statements on the same way. */
    Kept read(StatementPipeline statements, List<Span> spans) {
        Kept kept = new Kept(deadlines(statements, spans));
        statements.query(REPORTS, rows -> reports(rows, kept), spans, OF_SPAN).execute(entities);
        explanations(kept, spans);
        return kept;
    }

    /** Mostly, there is none to be judged. */
    private void explanations(Kept kept, List<Span> spans) {
        List<Span> judged = spans.stream()
                .filter(span ->
                        !kept.of(span.agency()).tailMap(span.judged(), true).isEmpty())
                .toList();
        if (!judged.isEmpty()) {
            new StatementPipeline()
                    .query(EXPLANATIONS, rows -> explanations(rows, kept), judged, OF_SPAN)
                    .execute(entities);
        }
    }

    private static Deadlines deadlines(StatementPipeline statements, List<Span> spans) {
        return Deadlines.of(
                statements,
                spans.stream().map(Span::agency).toList(),
                spans.stream().mapToInt(Span::first).min().orElse(0),
                spans.stream().mapToInt(Span::last).max().orElse(0));
    }

    /** What a revision says. */
    Contents contents(TrackedRevision kept) {
        Revision revision = kept.revision();
        if (revision.content == null) {
            revision.content = entities.createQuery("select content from Revision where id = :id", String.class)
                    .setParameter("id", revision.id)
                    .getSingleResult();
        }
        return kept.contents();
    }

    private List<Finding> faults(String stored) {
        return stored == null ? List.of() : reader.stored(stored, FAULTS);
    }

    private static Revision revision(FilingId filing, ResultSet row) throws SQLException {
        Revision revision = new Revision();
        revision.id = new RevisionId(filing.agency(), filing.year(), row.getInt("revision"));
        revision.status = RevisionStatus.valueOf(row.getString("status"));
        revision.content = row.getString("content");
        revision.contentHash = row.getString("content_hash");
        revision.submittedAt = instant(row, "submitted_at");
        revision.submittedBy = row.getString("submitted_by");
        revision.decidedAt = instant(row, "decided_at");
        revision.decidedBy = row.getString("decided_by");
        revision.comment = row.getString("comment");
        revision.supersededAt = instant(row, "superseded_at");
        return revision;
    }

    private void reports(ResultSet rows, Kept kept) throws SQLException {
        while (rows.next()) {
            FilingId id = FilingId.of(rows.getString("agency"), rows.getInt("year"));
            ReportHistory reportHistory = kept.docket(id);
            reportHistory.filed(rows.getInt("newest"), instant(rows, "first_submitted_at"));
            reportHistory.keep(TrackedRevision.stored(revision(id, rows), faults(rows.getString("faults"))));
        }
    }

    /** Without a lock, there may be one already of a report that was not there yet. */
    private static void explanations(ResultSet rows, Kept kept) throws SQLException {
        while (rows.next()) {
            Explanation explanation = explanation(rows);
            Optional.ofNullable(kept.of(explanation.agency).get((int) explanation.year))
                    .ifPresent(reportHistory -> reportHistory.explained(explanation));
        }
    }

    private static Explanation explanation(ResultSet row) throws SQLException {
        Explanation explanation = new Explanation();
        explanation.id = row.getLong("id");
        explanation.agency = row.getString("agency");
        explanation.year = row.getShort("year");
        explanation.rule = row.getString("rule");
        explanation.pointer = row.getString("pointer");
        explanation.compared = row.getString("compared");
        explanation.reason = row.getString("reason");
        explanation.explainedBy = row.getString("explained_by");
        explanation.explainedAt = instant(row, "explained_at");
        return explanation;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
