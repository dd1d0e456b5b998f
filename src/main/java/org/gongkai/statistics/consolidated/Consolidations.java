package org.gongkai.statistics.consolidated;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.http.ReportYear;
import org.gongkai.report.ContentHash;
import org.gongkai.report.Contents;
import org.gongkai.report.FilledForm;
import org.gongkai.rules.Finding;
import org.gongkai.rules.book.AgainstDepartments;
import org.gongkai.rules.book.RuleBook;

/**
 * Makes consolidated reports. Which revisions count is asked once; all else follows from their numbers, and all of it is of one
 * snapshot, which the data version names.
 */
@ApplicationScoped
class Consolidations {

    private final ConsolidationStatements statements;

    Consolidations(ConsolidationStatements statements) {
        this.statements = statements;
    }

    /** Checks that a consolidated report can be asked for. */
    @Transactional
    void check(ReportYear year, ConsolidationParameters parameters) {
        ConsolidationQuery.read(year, parameters);
    }

    @Transactional
    Consolidation answer(ReportYear year, ConsolidationParameters parameters) {
        statements.takeSnapshot();
        ConsolidationQuery question = ConsolidationQuery.read(year, parameters);
        Roster roster = Roster.of(statements.roster(question));
        ObjectNode report = report(question, roster.contributors());
        Contents sum = Contents.of(year.value(), year.form(), report, Set.of());
        return new Consolidation(
                question,
                statements.state(question),
                sum,
                report,
                ContentHash.of(sum),
                roster.contributors(),
                roster.missing(),
                openWarnings(question, roster.contributors()),
                RuleBook.of(year.form()).errors(sum),
                roster.governments().stream()
                        .map(government -> comparison(question, government, sum, roster))
                        .toList());
    }

    private Optional<Map<String, List<Finding>>> openWarnings(
            ConsolidationQuery question, List<RosterLine> contributors) {
        return question.asOf().isPresent()
                ? Optional.empty()
                : Optional.of(statements.openWarnings(question, contributors));
    }

    private ObjectNode report(ConsolidationQuery question, List<RosterLine> contributors) {
        Map<String, BigDecimal> sums = statements.sums(question, contributors);
        return FilledForm.of(question.year().form(), cell -> sums.getOrDefault(cell.pointer(), BigDecimal.ZERO));
    }

    private Consolidation.Comparison comparison(
            ConsolidationQuery question, RosterLine government, Contents sum, Roster roster) {
        Contents own = statements.contents(question, government);
        AgainstDepartments result =
                new AgainstDepartments(own, sum, roster.contributors().size(), roster.isComplete());
        return new Consolidation.Comparison(government, result);
    }

    /**
     * Whose reports belong to an answer.
     *
     * @param contributors departments that have reported
     * @param missing departments that have not
     * @param governments governments that have reported
     */
    private record Roster(List<RosterLine> contributors, List<RosterLine> missing, List<RosterLine> governments) {

        static Roster of(List<RosterLine> lines) {
            Map<Boolean, List<RosterLine>> departments = lines.stream()
                    .filter(line -> !line.government())
                    .collect(Collectors.partitioningBy(line -> line.counted().isPresent()));
            return new Roster(
                    departments.get(true),
                    departments.get(false),
                    lines.stream().filter(RosterLine::government).toList());
        }

        boolean isComplete() {
            return missing.isEmpty() && !contributors.isEmpty();
        }
    }
}
