package org.gongkai.statistics.consolidated;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.registry.CodeList;
import org.gongkai.registry.RegisteredCodes;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.report.ContentHash;
import org.gongkai.report.Contents;
import org.gongkai.report.FilledForm;
import org.gongkai.rules.Finding;
import org.gongkai.rules.book.AgainstDepartments;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.statistics.data.Parsed;
import org.gongkai.statistics.data.Reads;
import org.gongkai.statistics.data.SnapshotBarrier;

/**
 * Makes consolidated reports. The roster is read once and names the revisions that count; everything else follows from
 * their numbers. All statements belong to one snapshot, which the data version names.
 */
@ApplicationScoped
class Consolidations {

    private final Reads reads;
    private final SeriesRegister register;
    private final SnapshotBarrier snapshotBarrier;
    private final Clock clock;
    private final ObjectReader findings;

    Consolidations(
            Reads reads, SeriesRegister register, SnapshotBarrier snapshotBarrier, Clock clock, ObjectMapper mapper) {
        this.reads = reads;
        this.register = register;
        this.snapshotBarrier = snapshotBarrier;
        this.clock = clock;
        this.findings = mapper.readerFor(Finding.class);
    }

    /**
     * Makes a consolidated report.
     *
     * @throws ProblemException when the query cannot be answered; it reports all faults
     */
    Consolidation run(Parsed<ConsolidationQuery> parsed) throws SQLException {
        Optional<Instant> asOf = parsed.query().asOf();
        if (asOf.isPresent()) {
            snapshotBarrier.await(asOf.get());
        }
        return reads.fromPrimary(true, connection -> {
            Consolidation consolidation = consolidate(parsed, connection);
            return new Reads.Read<>(consolidation.state().version(), consolidation);
        });
    }

    private Consolidation consolidate(Parsed<ConsolidationQuery> parsed, Connection connection) throws SQLException {
        refuseFaults(parsed, connection);
        ConsolidationQuery query = parsed.query();
        ConsolidationStatements statements =
                new ConsolidationStatements(connection, query, clock.instant(), register, findings);
        Roster roster = Roster.of(statements.roster());
        ObjectNode report = report(query, statements.sums(roster.contributors()));
        Contents sum = Contents.of(query.year().value(), query.year().form(), report, Set.of());
        return new Consolidation(
                query,
                statements.state(),
                sum,
                report,
                ContentHash.of(sum),
                roster.contributors(),
                roster.missing(),
                statements.openWarnings(roster.contributors()),
                RuleBook.of(query.year().form()).errors(sum),
                comparisons(statements, sum, roster));
    }

    private static void refuseFaults(Parsed<ConsolidationQuery> parsed, Connection connection) throws SQLException {
        List<ParameterFault> faults = new ArrayList<>(RegisteredCodes.unknown(
                CodeList.DISTRICT, parsed.query().district().stream().toList(), connection));
        faults.addAll(parsed.faults());
        if (!faults.isEmpty()) {
            throw ProblemException.ofParameters(faults);
        }
    }

    private static ObjectNode report(ConsolidationQuery query, Map<String, BigDecimal> sums) {
        return FilledForm.of(query.year().form(), cell -> sums.getOrDefault(cell.pointer(), BigDecimal.ZERO));
    }

    private static List<Consolidation.Comparison> comparisons(
            ConsolidationStatements statements, Contents sum, Roster roster) throws SQLException {
        List<Consolidation.Comparison> comparisons = new ArrayList<>();
        for (RosterLine government : roster.governments()) {
            Contents own = statements.contents(government);
            AgainstDepartments result =
                    new AgainstDepartments(own, sum, roster.contributors().size(), roster.isComplete());
            comparisons.add(new Consolidation.Comparison(government, result));
        }
        return comparisons;
    }

    /**
     * The agencies of a consolidated report.
     *
     * @param contributors departments that have reported
     * @param missing departments that have not reported
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
