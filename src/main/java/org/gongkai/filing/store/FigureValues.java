package org.gongkai.filing.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.filing.revision.RevisionId;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.report.Contents;
import org.gongkai.sql.BatchUpdate;
import org.gongkai.sql.StatementPipeline;

/** Writes the values of revisions for roll-ups: groups and totals as well as leaves, without zeros. */
@ApplicationScoped
class FigureValues {

    private static final BatchUpdate<FigureValueRow> ADD = Tables.FIGURE_VALUE.insert();

    private final SeriesRegister register;

    FigureValues(SeriesRegister register) {
        this.register = register;
    }

    /**
     * A revision with its content.
     *
     * @param id the revision
     * @param contents its content
     */
    record RevisionContents(RevisionId id, Contents contents) {}

    /** Adds a statement that writes the values of revisions. */
    void write(StatementPipeline statements, List<RevisionContents> revisions) {
        ADD.addTo(statements, rows(revisions));
    }

    List<FigureValueRow> rows(List<RevisionContents> revisions) {
        return revisions.stream().flatMap(this::rows).toList();
    }

    private Stream<FigureValueRow> rows(RevisionContents revision) {
        RevisionId id = revision.id();
        Contents contents = revision.contents();
        return contents.form().sums(contents.figures()).entrySet().stream()
                .map(sum -> new FigureValueRow(
                        register.numberOf(sum.getKey()), id.year(), id.agency(), id.revision(), sum.getValue()));
    }
}
