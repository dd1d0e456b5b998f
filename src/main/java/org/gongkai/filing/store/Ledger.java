package org.gongkai.filing.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.rules.Finding;
import org.gongkai.sql.Argument;
import org.gongkai.sql.StatementPipeline;

/** Writes what has been changed in {@link AgencyReports}s: for any number of them as many statements as for one. */
@ApplicationScoped
class Ledger {

    private static final String FILING = """
            insert into filing (agency, year, revision, first_submitted_at)
            select agency, year, revision, first_submitted_at
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::timestamptz[])
                as f (agency, year, revision, first_submitted_at)
            on conflict (agency, year) do update set revision = excluded.revision""";

    private static final String REVISION = """
            insert into revision (
                agency, year, revision, status, content, content_hash, submitted_at, submitted_by,
                decided_at, decided_by, comment, superseded_at)
            select
                agency, year, revision, status, content::json, content_hash, submitted_at, submitted_by,
                decided_at, decided_by, comment, superseded_at
            from unnest(
                ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[],
                ?::timestamptz[], ?::text[], ?::text[], ?::timestamptz[]) as r (
                agency, year, revision, status, content, content_hash, submitted_at, submitted_by,
                decided_at, decided_by, comment, superseded_at)""";

    private static final String MOVE = """
            update revision r set
                status = m.status, decided_at = m.decided_at, decided_by = m.decided_by, comment = m.comment,
                superseded_at = m.superseded_at
            from unnest(?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::timestamptz[], ?::text[], ?::text[], ?::timestamptz[])
                as m (agency, year, revision, status, decided_at, decided_by, comment, superseded_at)
            where r.agency = m.agency and r.year = m.year and r.revision = m.revision""";

    private static final String FORGET_FINDINGS = """
            delete from finding f using unnest(?::text[], ?::bigint[], ?::bigint[]) as r (agency, year, revision)
            where f.agency = r.agency and f.year = r.year and f.revision = r.revision""";

    private static final String FINDING = """
            insert into finding (agency, year, revision, position, rule, severity, pointer, compared, fault)
            select agency, year, revision, position, rule, severity, pointer, compared, fault::jsonb
            from unnest(
                ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as f (agency, year, revision, position, rule, severity, pointer, compared, fault)""";

    private static final String EXPLANATION = """
            insert into explanation (agency, year, rule, pointer, compared, reason, explained_by, explained_at)
            select agency, year, rule, pointer, compared, reason, explained_by, explained_at
            from unnest(?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
                as e (agency, year, rule, pointer, compared, reason, explained_by, explained_at)""";

    private final FigureValues figureValues;
    private final Archive archive;
    private final ReportReader reader;

    Ledger(FigureValues figureValues, Archive archive, ReportReader reader) {
        this.figureValues = figureValues;
        this.archive = archive;
        this.reader = reader;
    }

    /** The database allows one revision of a report in force: what goes out of force is written before what comes into force. */
    void write(StatementPipeline statements, Collection<AgencyReports> agencyReportses) {
        List<ReportHistory> reportHistories = agencyReportses.stream()
                .flatMap(agencyReports -> agencyReports.dockets().stream())
                .toList();
        List<TrackedRevision> revisions = reportHistories.stream()
                .flatMap(reportHistory -> reportHistory.revisions().stream())
                .toList();
        List<TrackedRevision> added =
                revisions.stream().filter(TrackedRevision::isNew).toList();
        move(statements, revisions);
        filings(
                statements,
                reportHistories.stream().filter(ReportHistory::hasGrown).toList());
        add(statements, added);
        findings(
                statements, revisions.stream().filter(TrackedRevision::isJudged).toList());
        explanations(
                statements,
                reportHistories.stream().flatMap(ReportHistory::given).toList());
        figureValues.write(
                statements,
                added.stream()
                        .map(kept -> new FigureValues.Figured(kept.revision().id, archive.contents(kept)))
                        .toList());
    }

    private static void move(StatementPipeline statements, List<TrackedRevision> revisions) {
        Map<Boolean, List<Revision>> moved = revisions.stream()
                .filter(TrackedRevision::isMoved)
                .map(TrackedRevision::revision)
                .collect(Collectors.partitioningBy(revision -> revision.status == RevisionStatus.SUPERSEDED));
        for (boolean superseded : List.of(true, false)) {
            statements.update(
                    MOVE,
                    moved.get(superseded),
                    List.of(
                            Argument.text(revision -> revision.id.agency()),
                            Argument.number(revision -> revision.id.year()),
                            Argument.number(revision -> revision.id.revision()),
                            Argument.text(revision -> revision.status.name()),
                            Argument.time(revision -> revision.decidedAt),
                            Argument.text(revision -> revision.decidedBy),
                            Argument.text(revision -> revision.comment),
                            Argument.time(revision -> revision.supersededAt)));
        }
    }

    private static void filings(StatementPipeline statements, List<ReportHistory> grown) {
        statements.update(
                FILING,
                grown,
                List.of(
                        Argument.text(reportHistory -> reportHistory.id().agency()),
                        Argument.number(reportHistory -> reportHistory.id().year()),
                        Argument.number(ReportHistory::newestNumber),
                        Argument.time(ReportHistory::firstSubmittedAt)));
    }

    private static void add(StatementPipeline statements, List<TrackedRevision> added) {
        statements.update(
                REVISION,
                added.stream().map(TrackedRevision::revision).toList(),
                List.of(
                        Argument.text(revision -> revision.id.agency()),
                        Argument.number(revision -> revision.id.year()),
                        Argument.number(revision -> revision.id.revision()),
                        Argument.text(revision -> revision.status.name()),
                        Argument.text(revision -> revision.content),
                        Argument.text(revision -> revision.contentHash),
                        Argument.time(revision -> revision.submittedAt),
                        Argument.text(revision -> revision.submittedBy),
                        Argument.time(revision -> revision.decidedAt),
                        Argument.text(revision -> revision.decidedBy),
                        Argument.text(revision -> revision.comment),
                        Argument.time(revision -> revision.supersededAt)));
    }

    private void findings(StatementPipeline statements, List<TrackedRevision> judged) {
        statements.update(
                FORGET_FINDINGS,
                judged.stream()
                        .filter(kept -> !kept.isNew())
                        .map(kept -> kept.revision().id)
                        .toList(),
                List.of(
                        Argument.text(RevisionId::agency),
                        Argument.number(RevisionId::year),
                        Argument.number(RevisionId::revision)));
        statements.update(
                FINDING,
                judged.stream().flatMap(Ledger::placed).toList(),
                List.of(
                        Argument.text(placed -> placed.revision().agency()),
                        Argument.number(placed -> placed.revision().year()),
                        Argument.number(placed -> placed.revision().revision()),
                        Argument.number(Placed::position),
                        Argument.text(placed -> placed.fault().rule()),
                        Argument.text(placed -> placed.fault().severity().name()),
                        Argument.text(placed -> placed.fault().pointer()),
                        Argument.text(placed -> placed.fault().compared()),
                        Argument.text(placed -> reader.write(placed.fault()))));
    }

    private static void explanations(StatementPipeline statements, List<Explanation> given) {
        statements.update(
                EXPLANATION,
                given,
                List.of(
                        Argument.text(explanation -> explanation.agency),
                        Argument.number(explanation -> explanation.year),
                        Argument.text(explanation -> explanation.rule),
                        Argument.text(explanation -> explanation.pointer),
                        Argument.text(explanation -> explanation.compared),
                        Argument.text(explanation -> explanation.reason),
                        Argument.text(explanation -> explanation.explainedBy),
                        Argument.time(explanation -> explanation.explainedAt)));
    }

    private static Stream<Placed> placed(TrackedRevision kept) {
        return IntStream.range(0, kept.faults().size())
                .mapToObj(position ->
                        new Placed(kept.revision().id, position, kept.faults().get(position)));
    }

    /** A line of a revision's findings. */
    private record Placed(RevisionId revision, int position, Finding fault) {}
}
