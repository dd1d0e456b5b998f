package org.gongkai.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.report.Contents;
import org.gongkai.rules.Situation;
import org.gongkai.rules.book.RuleBook;

/** The coverage of an area by published pages: which agency, which year, how much of it, and what contradicts what. */
final class Coverage {

    /** The rules about figures that last year's report fixes. */
    private static final Set<String> CONTINUITY = Set.of("CARRY-OVER", "IN-FORCE");

    /** The largest rounding error of an amount, which many publish with two decimals. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.005");

    /** Reports of one agency and year; the one with the most figures first. */
    private final Map<Key, List<CoveredReport>> reports = new TreeMap<>();

    private final List<String> unrecognized = new ArrayList<>();
    private final AgencyNames registry;

    private record Key(String agency, int year) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::agency).thenComparing(Key::year);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    Coverage(AgencyNames registry) {
        this.registry = registry;
    }

    void add(FileReading reading) {
        List<CoveredReport> found = CoveredReport.of(reading);
        if (found.isEmpty()) {
            unrecognized.add(reading.name());
        }
        for (CoveredReport report : found) {
            List<CoveredReport> known =
                    reports.computeIfAbsent(new Key(report.agency(), report.year()), key -> new ArrayList<>());
            known.add(report);
            known.sort(Comparator.comparingLong(CoveredReport::readFigures).reversed());
        }
    }

    /** Returns the lines by agency and year, and then those of files without a report. */
    List<CoverageLine> lines() {
        Stream<CoverageLine> recognized = reports.values().stream().map(this::line);
        Stream<CoverageLine> others = unrecognized.stream()
                .map(file -> new CoverageLine(null, null, null, CoverageStatus.NOT_RECOGNIZED, null, null, null, file));
        return Stream.concat(recognized, others).toList();
    }

    private CoverageLine line(List<CoveredReport> found) {
        CoveredReport report = found.get(0);
        return new CoverageLine(
                report.agency(),
                registry.named(report.agency()).map(AgencyNames.Entry::code).orElse(null),
                report.year(),
                report.complete() ? CoverageStatus.READ : CoverageStatus.PARTLY_READ,
                report.figures(),
                contradictionsWithLastYear(report).orElse(null),
                contradictionsWithDepartments(report).orElse(null),
                found.stream().map(CoveredReport::file).collect(Collectors.joining("；")));
    }

    /** Returns the names of agencies that the registry lacks, in their order. */
    List<String> unregistered() {
        return agencies().filter(name -> registry.named(name).isEmpty()).toList();
    }

    private Stream<String> agencies() {
        return reports.keySet().stream().map(Key::agency).distinct();
    }

    private Optional<Integer> contradictionsWithLastYear(CoveredReport report) {
        return Optional.ofNullable(reports.get(new Key(report.agency(), report.year() - 1)))
                .map(before -> Situation.alone(report.contents())
                        .after(List.of(before.get(0).contents())))
                .map(situation -> (int) RuleBook.of(report.contents().form()).remarks(situation).stream()
                        .filter(finding -> CONTINUITY.contains(finding.rule()))
                        .count());
    }

    private Optional<Integer> contradictionsWithDepartments(CoveredReport report) {
        List<String> governments = agencies().filter(this::isGovernment).toList();
        List<Contents> departments = reports.values().stream()
                .map(found -> found.get(0))
                .filter(other -> other.year() == report.year() && !isGovernment(other.agency()))
                .filter(other -> Government.of(other.agency(), governments)
                        .filter(report.agency()::equals)
                        .isPresent())
                .map(CoveredReport::contents)
                .toList();
        return departments.isEmpty() || !isGovernment(report.agency())
                ? Optional.empty()
                : Optional.of((int) report.contents().form().figures().stream()
                        .filter(figure -> isLess(figure, report.contents(), departments))
                        .count());
    }

    private boolean isGovernment(String name) {
        return registry.named(name).map(AgencyNames.Entry::isGovernment).orElseGet(() -> Government.is(name));
    }

    /** Returns whether a government states less than its departments together, beyond what rounding explains. */
    private static boolean isLess(Figure figure, Contents own, List<Contents> departments) {
        Optional<Cell> total = figure.total().filter(own.figures()::has);
        if (figure.signed() || total.isEmpty()) {
            return false;
        }
        Cell cell = total.get();
        BigDecimal sum = departments.stream()
                .filter(department -> department.figures().has(cell))
                .map(department -> department.figures().at(cell))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal rounding = ROUNDING.multiply(BigDecimal.valueOf(departments.size()));
        return own.figures().at(cell).add(rounding).compareTo(sum) < 0;
    }
}
