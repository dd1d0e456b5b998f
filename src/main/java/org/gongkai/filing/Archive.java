package org.gongkai.filing;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.gongkai.report.Contents;
import org.gongkai.rules.Fault;
import org.hibernate.Session;

/** Reads what {@link Dossier}s are made of. */
@ApplicationScoped
class Archive {

    /** What the rules say is only needed of what is judged anew; what others than those in force and the newest say, hardly ever. */
    private static final String REPORTS = """
            select f.year, f.revision as newest, f.first_submitted_at, r.revision, r.status, r.content_hash,
                   case when r.status = 'ACCEPTED' or r.revision = f.revision then r.content end as content,
                   r.submitted_at, r.submitted_by, r.decided_at, r.decided_by, r.comment, r.superseded_at,
                   case when f.year >= ? then (
                       select json_agg(n.fault order by n.position) from finding n
                       where n.agency = r.agency and n.year = r.year and n.revision = r.revision
                   ) end as faults
            from filing f
            join revision r on r.agency = f.agency and r.year = f.year
            where f.agency = ? and f.year between ? and ?
              and (r.status in ('ACCEPTED', 'SUBMITTED') or r.revision = f.revision)
            order by f.year, r.revision""";

    private static final String EXPLANATIONS = """
            select id, year, rule, pointer, compared, reason, explained_by, explained_at
            from explanation
            where agency = ? and year between ? and ?
            order by id desc""";

    private static final TypeReference<List<Fault>> FAULTS = new TypeReference<>() {};

    private final EntityManager entities;
    private final ReportReader reader;

    Archive(EntityManager entities, ReportReader reader) {
        this.entities = entities;
        this.reader = reader;
    }

    /**
     * What is stored of an agency's reports over a range of years.
     *
     * @param judged the first year of which it matters what the rules say
     */
    Collection<Docket> read(String agency, int first, int judged, int last) {
        TreeMap<Integer, Docket> dockets = new TreeMap<>();
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(REPORTS)) {
                statement.setInt(1, judged);
                statement.setString(2, agency);
                statement.setInt(3, first);
                statement.setInt(4, last);
                ResultSet rows = statement.executeQuery();
                while (rows.next()) {
                    FilingId id = FilingId.of(agency, rows.getInt("year"));
                    Docket docket = dockets.computeIfAbsent((int) id.year(), year -> new Docket(id));
                    docket.filed(rows.getInt("newest"), instant(rows, "first_submitted_at"));
                    docket.keep(KeptRevision.stored(revision(id, rows), faults(rows.getString("faults"))));
                }
            }
            if (!dockets.isEmpty() && dockets.lastKey() >= judged) {
                explanations(connection, agency, judged, last, dockets);
            }
        });
        return dockets.values();
    }

    /** What a revision says. */
    Contents contents(KeptRevision kept) {
        Revision revision = kept.revision();
        if (revision.content == null) {
            revision.content = entities.createQuery("select content from Revision where id = :id", String.class)
                    .setParameter("id", revision.id)
                    .getSingleResult();
        }
        return kept.contents(reader);
    }

    private List<Fault> faults(String stored) {
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

    private static void explanations(
            Connection connection, String agency, int first, int last, TreeMap<Integer, Docket> dockets)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EXPLANATIONS)) {
            statement.setString(1, agency);
            statement.setInt(2, first);
            statement.setInt(3, last);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                Explanation explanation = explanation(agency, rows);
                // Without a lock, there may be one already of a report that was not there yet.
                Optional.ofNullable(dockets.get((int) explanation.year))
                        .ifPresent(docket -> docket.explained(explanation));
            }
        }
    }

    private static Explanation explanation(String agency, ResultSet row) throws SQLException {
        Explanation explanation = new Explanation();
        explanation.id = row.getLong("id");
        explanation.agency = agency;
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
