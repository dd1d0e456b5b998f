package org.gongkai.filing.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.filing.revision.ExplanationRow;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.revision.Findings;
import org.gongkai.filing.revision.ReportReader;
import org.gongkai.filing.revision.RevisionId;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.filing.revision.RevisionSnapshot;
import org.gongkai.rules.Finding;
import org.gongkai.sql.Argument;
import org.gongkai.sql.StatementPipeline;

/** Reads the findings and explanations of revisions to show them. */
@ApplicationScoped
class FindingsLoader {

    private static final String FINDINGS = """
            select f.agency, f.year, f.revision, f.fault
            from unnest(?::text[], ?::bigint[], ?::bigint[]) as r (agency, year, revision)
            join finding f on f.agency = r.agency and f.year = r.year and f.revision = r.revision
            order by f.agency, f.year, f.revision, f.position""";

    private static final String EXPLANATIONS = """
            select %s
            from unnest(?::text[], ?::bigint[]) as r (agency, year)
            join explanation e on e.agency = r.agency and e.year = r.year
            order by e.id desc""".formatted(Tables.EXPLANATION_COLUMNS);

    private final EntityManager entities;
    private final ReportReader reader;

    FindingsLoader(EntityManager entities, ReportReader reader) {
        this.entities = entities;
        this.reader = reader;
    }

    /** Returns revisions with their findings, in the same order; in one round trip for all of them. */
    List<RevisionSnapshot> snapshots(List<RevisionRow> revisions) {
        Map<RevisionId, List<Finding>> findings = new HashMap<>();
        Map<FilingId, List<ExplanationRow>> explanations = new HashMap<>();
        new StatementPipeline()
                .query(
                        FINDINGS,
                        rows -> readFindings(rows, findings),
                        revisions.stream().map(RevisionRow::id).toList(),
                        Tables.OF_REVISION)
                .query(
                        EXPLANATIONS,
                        rows -> readExplanations(rows, explanations),
                        revisions.stream().map(RevisionRow::filing).distinct().toList(),
                        List.of(Argument.text(FilingId::agency), Argument.number(FilingId::year)))
                .execute(entities);
        return revisions.stream()
                .map(revision -> new RevisionSnapshot(
                        revision,
                        new Findings(
                                findings.getOrDefault(revision.id(), List.of()),
                                explanations.getOrDefault(revision.filing(), List.of())),
                        false))
                .toList();
    }

    /** Returns the findings about a revision. */
    List<Finding> findings(RevisionRow revision) {
        return snapshots(List.of(revision)).get(0).findings().findings();
    }

    private void readFindings(ResultSet rows, Map<RevisionId, List<Finding>> findings) throws SQLException {
        while (rows.next()) {
            findings.computeIfAbsent(Tables.revisionId(rows), revision -> new ArrayList<>())
                    .add(reader.stored(rows.getString("fault"), Finding.class));
        }
    }

    private static void readExplanations(ResultSet rows, Map<FilingId, List<ExplanationRow>> explanations)
            throws SQLException {
        while (rows.next()) {
            ExplanationRow explanation = Tables.EXPLANATION.read(rows);
            explanations
                    .computeIfAbsent(
                            new FilingId(explanation.agency(), explanation.year()), filing -> new ArrayList<>())
                    .add(explanation);
        }
    }
}
