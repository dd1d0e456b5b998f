package org.gongkai.filing.store;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.cycle.Deadlines;
import org.gongkai.filing.revision.ExplanationRow;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.revision.ReportReader;
import org.gongkai.filing.revision.RevisionId;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.form.Cell;
import org.gongkai.rules.Finding;
import org.gongkai.sql.Argument;
import org.gongkai.sql.StatementPipeline;

/** Reads the reports of {@link AgencyReports}. */
@ApplicationScoped
class ReportLoader {

    /**
     * Findings are needed only for years that are judged. Contents are selected only for revisions in force and for the
     * newest; {@link #loadContents} reads the others, which are seldom needed.
     */
    private static final String REPORTS = """
            select f.revision as newest, f.first_submitted_at, %s,
                   case when f.year >= s.judged then (
                       select json_agg(n.fault order by n.position) from finding n
                       where n.agency = r.agency and n.year = r.year and n.revision = r.revision
                   ) end as faults
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[]) as s (agency, first, judged, last)
            join filing f on f.agency = s.agency and f.year between s.first and s.last
            join revision r on r.agency = f.agency and r.year = f.year
            where r.status in ('ACCEPTED', 'SUBMITTED') or r.revision = f.revision
            order by f.agency, f.year, r.revision""".formatted(Tables.REVISION.select(
            "r", Map.of("content", "case when r.status = 'ACCEPTED' or r.revision = f.revision then r.content end")));

    private static final String EXPLANATIONS = """
            select %s
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[]) as s (agency, first, judged, last)
            join explanation e on e.agency = s.agency and e.year between s.judged and s.last
            order by e.id desc""".formatted(Tables.EXPLANATION_COLUMNS);

    private static final String CONTENTS = """
            select r.agency, r.year, r.revision, r.content
            from unnest(?::text[], ?::bigint[], ?::bigint[]) as s (agency, year, revision)
            join revision r on r.agency = s.agency and r.year = s.year and r.revision = s.revision""";

    private static final List<Argument<Span>> OF_SPAN = List.of(
            Argument.text(Span::agency),
            Argument.number(Span::first),
            Argument.number(Span::judged),
            Argument.number(Span::last));

    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private final EntityManager entities;
    private final ReportReader reader;
    private final UsualFigures usualFigures;

    ReportLoader(EntityManager entities, ReportReader reader, UsualFigures usualFigures) {
        this.entities = entities;
        this.reader = reader;
        this.usualFigures = usualFigures;
    }

    /**
     * The reports of an agency that are needed.
     *
     * @param agency code of the agency
     * @param first the first year
     * @param judged the first year whose findings and explanations are needed
     * @param last the last year
     */
    record Span(String agency, int first, int judged, int last) {}

    /**
     * Stored reports.
     *
     * @param histories by code of the agency and by year
     * @param deadlines the deadlines of these agencies and years
     * @param relatives the predecessors and successors that have reports in force for these years
     * @param openings the reports of predecessors that the reports for these years start from
     * @param usual the largest values that are usual in the category, by agency, for agencies without earlier reports
     */
    record Stored(
            Map<String, NavigableMap<Integer, ReportHistory>> histories,
            Deadlines deadlines,
            Relatives relatives,
            OpeningChain openings,
            Map<String, Map<Cell, BigDecimal>> usual) {

        NavigableMap<Integer, ReportHistory> of(String agency) {
            return histories.computeIfAbsent(agency, code -> new TreeMap<>());
        }

        private ReportHistory history(FilingId id) {
            return of(id.agency()).computeIfAbsent((int) id.year(), year -> new ReportHistory(id, false));
        }
    }

    /** Reads stored reports. The statements join those of the pipeline, in one round trip. */
    Stored load(StatementPipeline statements, List<Span> spans) {
        Stored stored = new Stored(
                new HashMap<>(),
                deadlines(statements, spans),
                Relatives.of(statements, spans),
                OpeningChain.of(statements, spans),
                usualFigures.ofFirstReports(statements, spans));
        statements
                .query(REPORTS, rows -> readReports(rows, stored), spans, OF_SPAN)
                .execute(entities);
        loadExplanations(stored, spans);
        return stored;
    }

    /** Skips the query in the common case: no report exists in the judged years. */
    private void loadExplanations(Stored stored, List<Span> spans) {
        List<Span> judged = spans.stream()
                .filter(span ->
                        !stored.of(span.agency()).tailMap(span.judged(), true).isEmpty())
                .toList();
        if (!judged.isEmpty()) {
            new StatementPipeline()
                    .query(EXPLANATIONS, rows -> readExplanations(rows, stored), judged, OF_SPAN)
                    .execute(entities);
        }
    }

    /** Reads the contents of revisions that have been loaded without them. */
    void loadContents(Collection<TrackedRevision> revisions) {
        Map<RevisionId, TrackedRevision> missing = revisions.stream()
                .filter(TrackedRevision::lacksContent)
                .collect(Collectors.toMap(revision -> revision.row().id(), Function.identity()));
        if (!missing.isEmpty()) {
            new StatementPipeline()
                    .query(
                            CONTENTS,
                            rows -> readContents(rows, missing),
                            List.copyOf(missing.keySet()),
                            Tables.OF_REVISION)
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

    private void readReports(ResultSet rows, Stored stored) throws SQLException {
        while (rows.next()) {
            RevisionRow revision = Tables.REVISION.read(rows);
            String findings = rows.getString("faults");
            ReportHistory history = stored.history(revision.filing());
            history.loadFiling(
                    rows.getInt("newest"),
                    rows.getObject("first_submitted_at", OffsetDateTime.class).toInstant());
            history.loadRevision(
                    TrackedRevision.stored(revision, findings == null ? List.of() : reader.stored(findings, FINDINGS)));
        }
    }

    /** Ignores explanations of reports that another transaction has added since; that happens only without a lock. */
    private static void readExplanations(ResultSet rows, Stored stored) throws SQLException {
        while (rows.next()) {
            ExplanationRow explanation = Tables.EXPLANATION.read(rows);
            Optional.ofNullable(stored.of(explanation.agency()).get((int) explanation.year()))
                    .ifPresent(history -> history.loadExplanation(explanation));
        }
    }

    private static void readContents(ResultSet rows, Map<RevisionId, TrackedRevision> missing) throws SQLException {
        while (rows.next()) {
            missing.get(Tables.revisionId(rows)).load(rows.getString("content"));
        }
    }
}
