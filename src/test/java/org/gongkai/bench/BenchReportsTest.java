package org.gongkai.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.bench.BenchReports.Submittable;
import org.gongkai.bench.SampleRegistry.Office;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.FigureRole;
import org.gongkai.form.statutory.Forms;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Severity;
import org.gongkai.rules.Situation;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.text.BeijingTime;
import org.junit.jupiter.api.Test;

/** Tests the reports of the benchmark: they are accepted without review, and are the same on every machine. */
class BenchReportsTest {

    private static final long SEED = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Office> offices = SampleRegistry.of(Scale.CITY).offices().subList(0, 160);

    @Test
    void reportsBreakNoRule() throws IOException {
        BenchReports reports = new BenchReports(SEED, offices);
        Map<String, List<Contents>> earlier = new HashMap<>();
        List<Finding> asked = new ArrayList<>();

        for (int year : Scale.CITY.years()) {
            for (Submittable item : reports.of(year).toList()) {
                List<Contents> before = earlier.computeIfAbsent(item.agency(), agency -> new ArrayList<>());
                Contents report = contents(item);
                asked.addAll(faults(report, before));
                before.add(0, report);
            }
        }

        assertThat(asked).isEmpty();
    }

    @Test
    void shareOfNonZeroFiguresIsRealistic() throws IOException {
        BenchReports reports = new BenchReports(SEED, offices);
        List<Submittable> items =
                IntStream.rangeClosed(2021, 2024).boxed().flatMap(reports::of).toList();

        long figures = 0;
        for (Submittable item : items) {
            figures += figuresNotZero(contents(item));
        }

        assertThat((double) figures / items.size()).isBetween(7.0, 12.0);
    }

    @Test
    void sameSeedGivesTheSameBytes() {
        List<String> lines = lines(SEED);

        assertThat(lines).isEqualTo(lines(SEED)).isNotEqualTo(lines(SEED + 1));
        // The hash of the first version: Java specifies all functions that the numbers are drawn with.
        assertThat(lines.hashCode()).isEqualTo(423_951_901);
    }

    @Test
    void reportsOfThrowawayAgenciesBreakNoRule() throws IOException {
        List<Contents> earlier = new ArrayList<>();
        List<Finding> asked = new ArrayList<>();
        ThrowawayAgencies agencies = new ThrowawayAgencies(ThrowawayAgencies.SAMPLE + 1, 1);

        for (Submittable item : agencies.items(ThrowawayAgencies.bodies(SEED)).toList()) {
            Contents report = contents(item);
            asked.addAll(faults(report, earlier));
            earlier.add(0, report);
        }

        assertThat(earlier).hasSize(ThrowawayAgencies.YEARS.size());
        assertThat(asked).isEmpty();
    }

    @Test
    void yearsHaveFormsAndAreOver() {
        assertThat(Scale.values())
                .allSatisfy(scale -> assertThat(scale.years()).isNotEmpty().allMatch(BenchReportsTest::canBeReported));
        assertThat(ThrowawayAgencies.YEARS).allMatch(BenchReportsTest::canBeReported);
    }

    @Test
    void provinceHasTheExpectedNumberOfReports() {
        SampleRegistry province = SampleRegistry.of(Scale.PROVINCE);

        assertThat(province.offices()).hasSize(22_400).doesNotHaveDuplicates();
        assertThat(province.districts()).hasSize(280).contains(SampleRegistry.firstDistrict());
        assertThat(Scale.PROVINCE.reports()).isEqualTo(156_800);
        assertThat(province.divisions())
                .containsAll(SampleRegistry.of(Scale.CITY).divisions());
    }

    private static boolean canBeReported(int year) {
        return Forms.of(year).isPresent() && year <= BeijingTime.lastYearOver(Instant.now());
    }

    private List<String> lines(long seed) {
        BenchReports reports = new BenchReports(seed, offices.subList(0, 20));
        return Stream.of(2019, 2020, 2021, 2022)
                .flatMap(reports::of)
                .map(Submittable::line)
                .toList();
    }

    private static List<Finding> faults(Contents report, List<Contents> earlier) {
        List<Contents> history = earlier.subList(0, Math.min(earlier.size(), RuleBook.YEARS_OF_HISTORY));
        RuleBook rules = RuleBook.of(report.form());
        Situation situation = new Situation(report, history, false, List.of(), Instant.MIN, Instant.MAX);
        return Stream.concat(
                        rules.errors(report).stream(),
                        rules.remarks(situation).stream().filter(finding -> finding.severity() == Severity.WARNING))
                .toList();
    }

    private static long figuresNotZero(Contents report) {
        return report.form().figures().stream()
                .filter(figure -> figure.role() == FigureRole.LEAF)
                .map(Figure::cells)
                .flatMap(List::stream)
                .filter(cell -> !cell.total() && isNotZero(report, cell))
                .count();
    }

    private static boolean isNotZero(Contents report, Cell cell) {
        return report.figures().at(cell).signum() != 0;
    }

    private static Contents contents(Submittable item) throws IOException {
        return Contents.of(item.year(), Forms.of(item.year()).orElseThrow(), JSON.readTree(item.json()), Set.of());
    }
}
