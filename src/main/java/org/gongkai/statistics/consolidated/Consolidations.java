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
import java.util.stream.Stream;
import org.gongkai.form.Form;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.code.CodeList;
import org.gongkai.registry.code.Named;
import org.gongkai.registry.code.RegisteredCodes;
import org.gongkai.report.ContentHash;
import org.gongkai.report.Contents;
import org.gongkai.report.FilledForm;
import org.gongkai.rules.Finding;
import org.gongkai.rules.book.AgainstDepartments;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.statistics.data.AgencyCounts;
import org.gongkai.statistics.data.ChangeLog;
import org.gongkai.statistics.data.DataState;
import org.gongkai.statistics.data.DataVersion;
import org.gongkai.statistics.data.DataVersions;
import org.gongkai.statistics.data.Parsed;
import org.gongkai.statistics.data.Reads;
import org.gongkai.statistics.data.SnapshotBarrier;
import org.gongkai.text.Text;

/**
 * Makes consolidated reports. The roster is read once and names the revisions that count; everything else follows from
 * their numbers. All statements belong to one snapshot, whose data version is in the report.
 */
@ApplicationScoped
class Consolidations {

    /** The largest integer that every JSON reader represents exactly (RFC 8259, section 6). */
    private static final BigDecimal LARGEST_EXACT = BigDecimal.valueOf((1L << 53) - 1);

    private static final int LARGE_AGENCIES = 500;

    private static final Text TOO_LARGE = new Text(
            "合计超过 %s，部分软件无法准确读取，请核对各机关的数字",
            "The sum exceeds %s, which not every program reads exactly; check the numbers of the agencies");

    private final Reads reads;
    private final DataState dataState;
    private final SeriesRegister register;
    private final SnapshotBarrier snapshotBarrier;
    private final AgencyCounts agencies;
    private final Clock clock;
    private final ObjectReader findings;

    Consolidations(
            Reads reads,
            DataState dataState,
            SeriesRegister register,
            SnapshotBarrier snapshotBarrier,
            AgencyCounts agencies,
            Clock clock,
            ObjectMapper mapper) {
        this.reads = reads;
        this.dataState = dataState;
        this.register = register;
        this.snapshotBarrier = snapshotBarrier;
        this.agencies = agencies;
        this.clock = clock;
        this.findings = mapper.readerFor(Finding.class);
    }

    /**
     * Returns whether a consolidated report has so many agencies that others must not wait for it.
     *
     * @param known the versions of the data
     */
    boolean isLarge(ConsolidationQuery query, DataVersions known) throws SQLException {
        AgencyCounts.Filter filter = new AgencyCounts.Filter(
                AgencyKind.DEPARTMENT.name(), query.district().stream().toList(), List.of(), List.of());
        return agencies.of(filter, known).agencies() > LARGE_AGENCIES;
    }

    /**
     * Makes a consolidated report from data of the known versions, or of later ones.
     *
     * @throws ProblemException when the query cannot be answered; it reports all faults
     */
    Consolidation run(Parsed<ConsolidationQuery> parsed, DataVersions known) throws SQLException {
        Optional<Instant> asOf = parsed.query().asOf();
        if (asOf.isPresent()) {
            snapshotBarrier.await(asOf.get());
        }
        Optional<Consolidation> consolidation = attempt(parsed, known);
        while (consolidation.isEmpty()) {
            consolidation = attempt(parsed, dataState.read());
        }
        return consolidation.get();
    }

    /** Makes a consolidated report. Returns nothing when the log of changes does not continue the known versions. */
    private Optional<Consolidation> attempt(Parsed<ConsolidationQuery> parsed, DataVersions known) throws SQLException {
        return reads.fromPrimary(true, connection -> {
            refuseFaults(parsed, connection);
            ConsolidationStatements statements = statements(parsed.query(), connection);
            ConsolidationStatements.State state = statements.state();
            Optional<DataVersion> version = ChangeLog.version(
                    parsed.query().asOf(), parsed.query().scope(), state.snapshot(), known, connection);
            return version.isPresent()
                    ? Optional.of(consolidate(parsed.query(), connection, statements, version.get(), state.district()))
                    : Optional.empty();
        });
    }

    private ConsolidationStatements statements(ConsolidationQuery query, Connection connection) {
        return new ConsolidationStatements(connection, query, clock.instant(), register, findings);
    }

    private Consolidation consolidate(
            ConsolidationQuery query,
            Connection connection,
            ConsolidationStatements statements,
            DataVersion version,
            Optional<Named> district)
            throws SQLException {
        Roster roster = Roster.of(statements.roster());
        ObjectNode report = report(query, statements.sums(roster.contributors()));
        Contents sum = contents(query, report);
        return new Consolidation(
                query,
                version,
                district,
                sum,
                report,
                ContentHash.of(sum),
                roster.contributors(),
                roster.missing(),
                statements.openWarnings(roster.contributors()),
                findings(query.year().form(), sum),
                query.drafts()
                        ? Optional.of(drafts(query, connection, statements, sum, roster, district))
                        : Optional.empty(),
                comparisons(statements, sum, roster));
    }

    private Drafts drafts(
            ConsolidationQuery query,
            Connection connection,
            ConsolidationStatements statements,
            Contents sum,
            Roster roster,
            Optional<Named> district)
            throws SQLException {
        List<RosterLine> contributors = roster.contributors();
        return Drafts.of(
                new OverviewDraft(
                        district.map(Named::name).orElse(""),
                        sum,
                        bothYears(query, connection, statements, contributors),
                        contributors.size(),
                        contributors.size() + roster.missing().size()),
                statements.sectionTexts(
                        contributors.stream().limit(Drafts.MAX_TEXTS).toList()));
    }

    /** Adds up the departments that have reports of both years. Returns nothing if there are none. */
    private Optional<OverviewDraft.BothYears> bothYears(
            ConsolidationQuery query,
            Connection connection,
            ConsolidationStatements statements,
            List<RosterLine> contributors)
            throws SQLException {
        Optional<ConsolidationQuery> before = query.yearBefore();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        ConsolidationStatements ofYearBefore = statements(before.get(), connection);
        List<RosterLine> reportedBefore = among(Roster.of(ofYearBefore.roster()).contributors(), contributors);
        List<RosterLine> reportedAgain = among(contributors, reportedBefore);
        return reportedBefore.isEmpty()
                ? Optional.empty()
                : Optional.of(new OverviewDraft.BothYears(
                        contents(query, report(query, statements.sumsOf(reportedAgain))),
                        contents(before.get(), report(before.get(), ofYearBefore.sumsOf(reportedBefore))),
                        reportedAgain.size()));
    }

    /** Returns the lines whose agencies the others have as well. */
    private static List<RosterLine> among(List<RosterLine> lines, List<RosterLine> others) {
        Set<String> codes = others.stream().map(line -> line.agency().code()).collect(Collectors.toSet());
        return lines.stream()
                .filter(line -> codes.contains(line.agency().code()))
                .toList();
    }

    private static Contents contents(ConsolidationQuery query, ObjectNode report) {
        return Contents.of(query.year().value(), query.year().form(), report, Set.of());
    }

    private static void refuseFaults(Parsed<ConsolidationQuery> parsed, Connection connection) throws SQLException {
        List<ParameterFault> faults = new ArrayList<>(RegisteredCodes.unknown(
                CodeList.DISTRICT, parsed.query().district().stream().toList(), connection));
        faults.addAll(parsed.faults());
        if (!faults.isEmpty()) {
            throw ProblemException.ofParameters(faults);
        }
    }

    /** Returns the rules of arithmetic that the sum breaks, and the sums that no cell of the form can hold. */
    private static List<Finding> findings(Form form, Contents sum) {
        Stream<Finding> tooLarge = form.figures().stream()
                .flatMap(figure -> figure.cells().stream())
                .filter(cell -> sum.figures().at(cell).compareTo(LARGEST_EXACT) > 0)
                .map(cell -> Finding.ofShape(cell.pointer(), cell.place(), TOO_LARGE.with(LARGEST_EXACT)));
        return Stream.concat(RuleBook.of(form).errors(sum).stream(), tooLarge).toList();
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
