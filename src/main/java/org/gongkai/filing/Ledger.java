package org.gongkai.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.rules.Fault;
import org.gongkai.trail.Event;
import org.gongkai.trail.Trail;
import org.hibernate.Session;

/** Writes what has been changed in {@link Dossier}s: for any number of them as many statements as for one. */
@ApplicationScoped
class Ledger {

    private static final String FILING = """
            insert into filing (agency, year, revision, first_submitted_at) values (?, ?, ?, ?)
            on conflict (agency, year) do update set revision = excluded.revision""";

    private static final String REVISION = """
            insert into revision (
                agency, year, revision, status, content, content_hash, submitted_at, submitted_by,
                decided_at, decided_by, comment, superseded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String MOVE = """
            update revision set status = ?, decided_at = ?, decided_by = ?, comment = ?, superseded_at = ?
            where agency = ? and year = ? and revision = ?""";

    private static final String FORGET_FINDINGS = "delete from finding where agency = ? and year = ? and revision = ?";

    private static final String FINDING = """
            insert into finding (agency, year, revision, position, rule, severity, pointer, compared, fault)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String EXPLANATION = """
            insert into explanation (agency, year, rule, pointer, compared, reason, explained_by, explained_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final EntityManager entities;
    private final FigureValues figureValues;
    private final Archive archive;
    private final ReportReader reader;
    private final Trail trail;

    Ledger(EntityManager entities, FigureValues figureValues, Archive archive, ReportReader reader, Trail trail) {
        this.entities = entities;
        this.figureValues = figureValues;
        this.archive = archive;
        this.reader = reader;
        this.trail = trail;
    }

    /** Writes what happened, in order. */
    void write(List<Event> events) {
        trail.record(events);
    }

    /** The database allows one revision of a report in force: what goes out of force is written before what comes into force. */
    void write(Collection<Dossier> dossiers) {
        List<Docket> dockets =
                dossiers.stream().flatMap(dossier -> dossier.dockets().stream()).toList();
        List<KeptRevision> revisions =
                dockets.stream().flatMap(docket -> docket.revisions().stream()).toList();
        List<KeptRevision> added =
                revisions.stream().filter(KeptRevision::isNew).toList();
        entities.unwrap(Session.class).doWork(connection -> {
            move(connection, revisions);
            Parameters.each(connection, FILING, dockets.stream().filter(Docket::hasGrown), Ledger::filing);
            Parameters.each(connection, REVISION, added.stream(), Ledger::revision);
            findings(connection, revisions);
            Parameters.each(connection, EXPLANATION, dockets.stream().flatMap(Docket::given), Ledger::explanation);
        });
        figureValues.write(added.stream()
                .map(kept -> new FigureValues.Figured(kept.revision().id, archive.contents(kept)))
                .toList());
    }

    private static void move(Connection connection, List<KeptRevision> revisions) throws SQLException {
        Map<Boolean, List<KeptRevision>> moved = revisions.stream()
                .filter(KeptRevision::isMoved)
                .collect(Collectors.partitioningBy(kept -> kept.is(RevisionStatus.SUPERSEDED)));
        Parameters.each(connection, MOVE, moved.get(true).stream(), Ledger::moved);
        Parameters.each(connection, MOVE, moved.get(false).stream(), Ledger::moved);
    }

    private void findings(Connection connection, List<KeptRevision> revisions) throws SQLException {
        List<KeptRevision> judged =
                revisions.stream().filter(KeptRevision::isJudged).toList();
        Parameters.each(
                connection,
                FORGET_FINDINGS,
                judged.stream().filter(kept -> !kept.isNew()),
                (row, kept) -> row.revision(kept.revision().id));
        Parameters.each(
                connection,
                FINDING,
                judged.stream().flatMap(kept -> IntStream.range(0, kept.faults().size())
                        .mapToObj(position -> new Placed(
                                kept.revision().id, position, kept.faults().get(position)))),
                this::finding);
    }

    private static void filing(Parameters row, Docket docket) throws SQLException {
        row.text(docket.id().agency())
                .number(docket.id().year())
                .number(docket.newestNumber())
                .time(docket.firstSubmittedAt());
    }

    private static void revision(Parameters row, KeptRevision kept) throws SQLException {
        Revision revision = kept.revision();
        row.revision(revision.id)
                .text(revision.status.name())
                .json(revision.content)
                .text(revision.contentHash)
                .time(revision.submittedAt)
                .text(revision.submittedBy)
                .time(revision.decidedAt)
                .text(revision.decidedBy)
                .text(revision.comment)
                .time(revision.supersededAt);
    }

    private static void moved(Parameters row, KeptRevision kept) throws SQLException {
        Revision revision = kept.revision();
        row.text(revision.status.name())
                .time(revision.decidedAt)
                .text(revision.decidedBy)
                .text(revision.comment)
                .time(revision.supersededAt)
                .revision(revision.id);
    }

    private void finding(Parameters row, Placed finding) throws SQLException {
        Fault fault = finding.fault();
        row.revision(finding.revision())
                .number(finding.position())
                .text(fault.rule())
                .text(fault.severity().name())
                .text(fault.pointer())
                .text(fault.compared())
                .json(reader.write(fault));
    }

    private static void explanation(Parameters row, Explanation explanation) throws SQLException {
        row.text(explanation.agency)
                .number(explanation.year)
                .text(explanation.rule)
                .text(explanation.pointer)
                .text(explanation.compared)
                .text(explanation.reason)
                .text(explanation.explainedBy)
                .time(explanation.explainedAt);
    }

    /** A line of a revision's findings. */
    private record Placed(RevisionId revision, int position, Fault fault) {}
}
