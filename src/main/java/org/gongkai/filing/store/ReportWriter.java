package org.gongkai.filing.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.filing.revision.ExplanationRow;
import org.gongkai.filing.revision.FilingRow;
import org.gongkai.filing.revision.FindingRow;
import org.gongkai.filing.revision.ReportReader;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.sql.BatchUpdate;
import org.gongkai.sql.StatementPipeline;

/** Writes the changes of {@link AgencyReports}, with as many statements for many agencies as for one. */
@ApplicationScoped
class ReportWriter {

    private static final BatchUpdate<FilingRow> PUT_FILING = Tables.FILING.insertOrUpdate("revision");
    private static final BatchUpdate<RevisionRow> ADD_REVISION = Tables.REVISION.insert();
    private static final BatchUpdate<FindingRow> ADD_FINDING = Tables.FINDING.insert();
    private static final BatchUpdate<ExplanationRow> ADD_EXPLANATION = Tables.EXPLANATION.insert();

    private static final BatchUpdate<RevisionRow> CHANGE_REVISION = Tables.REVISION.update(
            "status",
            "decided_at",
            "decided_by",
            "comment",
            "superseded_at",
            "withdrawal_at",
            "withdrawal_by",
            "withdrawal_reason",
            "withdrawal_request_at",
            "withdrawal_request_by",
            "withdrawal_request_reason",
            "comments");

    private static final BatchUpdate<RevisionRow> DELETE_FINDINGS = Tables.REVISION.deleteFrom(Tables.FINDING);

    private final FigureValues figureValues;
    private final ReportReader reader;

    ReportWriter(FigureValues figureValues, ReportReader reader) {
        this.figureValues = figureValues;
        this.reader = reader;
    }

    /**
     * Adds the statements. The database allows one revision in force, so revisions that leave it are written before
     * those that come into it.
     */
    void write(StatementPipeline statements, Collection<AgencyReports> agencies) {
        List<ReportHistory> histories =
                agencies.stream().flatMap(agency -> agency.histories().stream()).toList();
        List<TrackedRevision> revisions = histories.stream()
                .flatMap(history -> history.revisions().stream())
                .toList();
        List<TrackedRevision> added =
                revisions.stream().filter(TrackedRevision::isNew).toList();
        CHANGE_REVISION.addTo(statements, changed(revisions, revision -> !revision.is(RevisionStatus.ACCEPTED)));
        CHANGE_REVISION.addTo(statements, changed(revisions, revision -> revision.is(RevisionStatus.ACCEPTED)));
        PUT_FILING.addTo(
                statements,
                histories.stream()
                        .filter(ReportHistory::hasNewRevision)
                        .map(ReportHistory::row)
                        .toList());
        ADD_REVISION.addTo(statements, added.stream().map(TrackedRevision::row).toList());
        writeFindings(
                statements,
                revisions.stream().filter(TrackedRevision::hasChangedFindings).toList());
        ADD_EXPLANATION.addTo(
                statements,
                histories.stream()
                        .flatMap(history -> history.explanationsToStore().stream())
                        .toList());
        figureValues.write(
                statements,
                added.stream()
                        .map(revision ->
                                new FigureValues.RevisionContents(revision.row().id(), revision.contents()))
                        .toList());
    }

    private void writeFindings(StatementPipeline statements, List<TrackedRevision> revisions) {
        DELETE_FINDINGS.addTo(
                statements,
                revisions.stream()
                        .filter(revision -> !revision.isNew())
                        .map(TrackedRevision::row)
                        .toList());
        ADD_FINDING.addTo(statements, revisions.stream().flatMap(this::findings).toList());
    }

    private Stream<FindingRow> findings(TrackedRevision revision) {
        return IntStream.range(0, revision.findings().size())
                .mapToObj(position -> FindingRow.of(
                        revision.row(),
                        position,
                        revision.findings().get(position),
                        reader.write(revision.findings().get(position))));
    }

    private static List<RevisionRow> changed(List<TrackedRevision> revisions, Predicate<TrackedRevision> which) {
        return revisions.stream()
                .filter(TrackedRevision::hasChangedRow)
                .filter(which)
                .map(TrackedRevision::row)
                .toList();
    }
}
