package org.gongkai.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.form.Form;
import org.gongkai.form.statutory.Forms;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.rules.SuspectCell;
import org.gongkai.rules.SuspectCell.Fault;
import org.gongkai.testing.ReportFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RootCausesTest {

    private static final String DISCLOSED = "/requests/outcomes/disclosed/";
    private static final String PARTLY = "/requests/outcomes/partlyDisclosed/";
    private static final String RECEIVED = "/requests/newlyReceived/";
    private static final String CARRIED_FORWARD = "/requests/carriedForward/";
    private static final String OUTCOMES = "/requests/outcomes/total/";

    /** The report has an outcome for a type of applicant without requests. */
    @Test
    void findsTheCellBehindThreeFindingsOfARealReport() {
        List<SuspectCell> suspects =
                suspects(2023, ReportFiles.of("350128-resources", 2023).content());

        assertThat(suspects).hasSize(1);
        SuspectCell suspect = suspects.get(0);
        assertThat(suspect.cell().pointer()).isEqualTo("/requests/outcomes/partlyDisclosed/commercialEnterprise");
        assertThat(suspect.fault()).isEqualTo(Fault.NUMBER);
        assertThat(suspect.value()).isEqualByComparingTo("1");
        assertThat(suspect.suggested()).isEqualByComparingTo("0");
        assertThat(suspect.explained())
                .extracting(Finding::rule)
                .containsExactly("T3-BALANCE", "T3-ROW-TOTAL", "T3-ROW-TOTAL");
        assertThat(suspect.totals())
                .extracting(Cell::pointer)
                .containsExactly("/requests/outcomes/total/commercialEnterprise");
    }

    @Test
    void findsNothingForASingleFinding() {
        assertThat(suspects(2024, ReportFiles.of("350128-approval", 2024).content()))
                .isEmpty();
    }

    /** Both totals were left at 0 in the published report. */
    @Test
    void findsEachEmptyTotalOfARealReport() {
        assertThat(causes(suspects(2023, ReportFiles.of("320813-gov", 2023).content())))
                .containsExactly(
                        "EMPTY_TOTAL /disputes/reconsideration/total 0 → 11",
                        "EMPTY_TOTAL /disputes/litigation/afterReconsideration/total 0 → 5");
    }

    /** The outcomes exceed their printed total by 6, and two rows are at least 6. */
    @Test
    void findsBothRowsThatExplainARealReportOn2019() {
        List<SuspectCell> suspects =
                suspects(2020, ReportFiles.of("350128-gov", 2020).content());

        assertThat(causes(suspects)).containsExactly("NUMBER " + DISCLOSED + "naturalPerson 6 → 0");
        assertThat(suspects.get(0).alternatives()).extracting(Cell::pointer).containsExactly(PARTLY + "naturalPerson");
    }

    static Stream<Arguments> severalFaults() {
        return Stream.of(
                Arguments.of(
                        "two numbers, in other rows and columns",
                        Map.of(DISCLOSED + "naturalPerson", 15, CARRIED_FORWARD + "commercialEnterprise", 9),
                        List.of(
                                "NUMBER /requests/carriedForward/commercialEnterprise 9 → 2",
                                "NUMBER /requests/outcomes/disclosed/naturalPerson 15 → 10")),
                Arguments.of(
                        "two numbers in one column",
                        Map.of(DISCLOSED + "naturalPerson", 15, PARTLY + "naturalPerson", 11),
                        List.of(
                                "NUMBER /requests/outcomes/disclosed/naturalPerson 15 → 10",
                                "NUMBER /requests/outcomes/partlyDisclosed/naturalPerson 11 → 4")),
                Arguments.of(
                        "two numbers in one row",
                        Map.of(DISCLOSED + "naturalPerson", 15, DISCLOSED + "commercialEnterprise", 12),
                        List.of(
                                "NUMBER /requests/outcomes/disclosed/commercialEnterprise 12 → 5",
                                "NUMBER /requests/outcomes/disclosed/naturalPerson 15 → 10")),
                Arguments.of(
                        "two columns of a row exchanged",
                        Map.of(DISCLOSED + "naturalPerson", 5, DISCLOSED + "commercialEnterprise", 10),
                        List.of(
                                "EXCHANGED /requests/outcomes/disclosed/commercialEnterprise 10 → 5",
                                "EXCHANGED /requests/outcomes/disclosed/naturalPerson 5 → 10")),
                Arguments.of(
                        "two rows of a column exchanged",
                        Map.of(PARTLY + "naturalPerson", 10, DISCLOSED + "naturalPerson", 4),
                        List.of(
                                "EXCHANGED /requests/outcomes/disclosed/naturalPerson 4 → 10",
                                "EXCHANGED /requests/outcomes/partlyDisclosed/naturalPerson 10 → 4")),
                Arguments.of(
                        "two whole rows exchanged",
                        Map.of(
                                RECEIVED + "naturalPerson", 1,
                                RECEIVED + "commercialEnterprise", 2,
                                RECEIVED + "total", 3,
                                CARRIED_FORWARD + "naturalPerson", 15,
                                CARRIED_FORWARD + "commercialEnterprise", 9,
                                CARRIED_FORWARD + "total", 24),
                        List.of(
                                "EXCHANGED /requests/carriedForward/commercialEnterprise 9 → 2",
                                "EXCHANGED /requests/carriedForward/naturalPerson 15 → 1",
                                "EXCHANGED /requests/carriedForward/total 24 → 3",
                                "EXCHANGED /requests/newlyReceived/commercialEnterprise 2 → 9",
                                "EXCHANGED /requests/newlyReceived/naturalPerson 1 → 15",
                                "EXCHANGED /requests/newlyReceived/total 3 → 24")),
                Arguments.of(
                        "two columns of all outcomes exchanged",
                        Map.of(
                                DISCLOSED + "naturalPerson", 5,
                                DISCLOSED + "commercialEnterprise", 10,
                                PARTLY + "naturalPerson", 2,
                                PARTLY + "commercialEnterprise", 4,
                                OUTCOMES + "naturalPerson", 7,
                                OUTCOMES + "commercialEnterprise", 14),
                        List.of(
                                "EXCHANGED /requests/outcomes/disclosed/commercialEnterprise 10 → 5",
                                "EXCHANGED /requests/outcomes/disclosed/naturalPerson 5 → 10",
                                "EXCHANGED /requests/outcomes/partlyDisclosed/commercialEnterprise 4 → 2",
                                "EXCHANGED /requests/outcomes/partlyDisclosed/naturalPerson 2 → 4",
                                "EXCHANGED /requests/outcomes/total/commercialEnterprise 14 → 7",
                                "EXCHANGED /requests/outcomes/total/naturalPerson 7 → 14")),
                Arguments.of(
                        "three empty totals",
                        Map.of(DISCLOSED + "total", 0, PARTLY + "total", 0, RECEIVED + "total", 0),
                        List.of(
                                "EMPTY_TOTAL /requests/newlyReceived/total 0 → 24",
                                "EMPTY_TOTAL /requests/outcomes/disclosed/total 0 → 15",
                                "EMPTY_TOTAL /requests/outcomes/partlyDisclosed/total 0 → 6")),
                Arguments.of(
                        "the total column empty",
                        Map.of(
                                DISCLOSED + "total", 0,
                                PARTLY + "total", 0,
                                RECEIVED + "total", 0,
                                CARRIED_FORWARD + "total", 0,
                                OUTCOMES + "total", 0),
                        List.of(
                                "EMPTY_TOTAL /requests/carriedForward/total 0 → 3",
                                "EMPTY_TOTAL /requests/newlyReceived/total 0 → 24",
                                "EMPTY_TOTAL /requests/outcomes/disclosed/total 0 → 15",
                                "EMPTY_TOTAL /requests/outcomes/partlyDisclosed/total 0 → 6",
                                "EMPTY_TOTAL /requests/outcomes/total/total 0 → 21")),
                Arguments.of(
                        "an empty total and a wrong number in other places",
                        Map.of(DISCLOSED + "total", 0, CARRIED_FORWARD + "commercialEnterprise", 9),
                        List.of(
                                "EMPTY_TOTAL /requests/outcomes/disclosed/total 0 → 15",
                                "NUMBER /requests/carriedForward/commercialEnterprise 9 → 2")),
                Arguments.of(
                        "an empty total of table 四 and a wrong number of table 三",
                        Map.of(
                                "/disputes/reconsideration/total",
                                0,
                                "/disputes/reconsideration/upheld",
                                3,
                                CARRIED_FORWARD + "commercialEnterprise",
                                9),
                        List.of(
                                "EMPTY_TOTAL /disputes/reconsideration/total 0 → 3",
                                "NUMBER /requests/carriedForward/commercialEnterprise 9 → 2")),
                Arguments.of(
                        "a number in a row that is otherwise empty is no empty total",
                        Map.of("/requests/outcomes/notProcessed/petition/naturalPerson", 7),
                        List.of("NUMBER /requests/outcomes/notProcessed/petition/naturalPerson 7 → 0")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("severalFaults")
    void namesEachFault(String name, Map<String, Integer> changes, List<String> expected) {
        ObjectNode report = balanced();
        changes.forEach((pointer, number) -> set(report, pointer, number));

        assertThat(causes(suspects(2023, report))).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsTheChangedCellOrAnEquallyGoodAlternative(long seed) {
        ObjectNode report = new BalancedReports(seed).next();
        List<Cell> leaves = Stream.of(
                        "requests.newlyReceived",
                        "requests.carriedForward",
                        "requests.outcomes.unableToProvide.notHeld")
                .flatMap(code -> Forms.OF_2021.figure(code).orElseThrow().cells().stream())
                .filter(cell -> !cell.total())
                .toList();

        for (Cell changed : leaves) {
            ObjectNode copy = report.deepCopy();
            set(copy, changed.pointer(), report.at(changed.pointer()).asLong() + 7);

            List<SuspectCell> suspects = suspects(2023, copy);

            assertThat(suspects).as(changed.pointer()).hasSize(1);
            assertThat(Stream.concat(Stream.of(suspects.get(0).cell()), suspects.get(0).alternatives().stream()))
                    .as(changed.pointer())
                    .contains(changed);
        }
    }

    static Stream<Arguments> injections() {
        return Stream.of(2020, 2023).flatMap(year -> Stream.of(1, 2, 3, 4).map(faults -> Arguments.of(year, faults)));
    }

    /** Names at most as many cells as were changed, and with the suggested numbers every equation holds. */
    @ParameterizedTest(name = "{1} faults in a report for {0}")
    @MethodSource("injections")
    void namesInjectedFaultsOrExplainsThemWithAsFewCells(int year, int faults) {
        int exact = 0;
        int rounds = 40;
        for (int seed = 1; seed <= rounds; seed++) {
            BalancedReports balanced = new BalancedReports(seed);
            ObjectNode report = year == 2020 ? balanced.nextOf2019() : balanced.next();
            InjectedFaults injected = new InjectedFaults(form(year), report, new Random(seed));
            injected.inject(faults);
            String name = faults + " faults, seed " + seed + ": " + injected.pointers();

            List<SuspectCell> suspects = suspects(year, report);
            Set<String> named = new HashSet<>();
            suspects.forEach(suspect -> named.add(suspect.cell().pointer()));

            if (RuleBook.of(form(year)).errors(contents(year, report)).size() > 1) {
                assertThat(named)
                        .as(name)
                        .hasSizeLessThanOrEqualTo(injected.pointers().size());
                suspects.forEach(suspect -> set(
                        report, suspect.cell().pointer(), suspect.suggested().longValueExact()));
                adjustTotals(year, report, suspects);
                assertThat(RuleBook.of(form(year)).errors(contents(year, report)))
                        .as(name + " → " + causes(suspects))
                        .isEmpty();
            }
            exact += named.equals(injected.pointers()) ? 1 : 0;
        }
        assertThat(exact).as("reports whose faults are named exactly").isGreaterThanOrEqualTo(rounds * 9 / 10);
    }

    @Test
    void namesTheSameCellsEachTime() {
        for (int seed = 1; seed <= 20; seed++) {
            ObjectNode report = new BalancedReports(seed).next();
            new InjectedFaults(Forms.OF_2021, report, new Random(seed)).inject(4);

            assertThat(causes(suspects(2023, report))).isEqualTo(causes(suspects(2023, report)));
        }
    }

    /** The search ends after a fixed number of trials. */
    @ParameterizedTest
    @ValueSource(ints = {2, 50, 1_000_000})
    @Timeout(20)
    void endsSoonForAReportThatIsWrongThroughout(int bound) {
        for (int seed = 1; seed <= 10; seed++) {
            Random random = new Random(seed);
            ObjectNode report = new BalancedReports(seed).next();
            Forms.OF_2021
                    .rowsOf(3)
                    .flatMap(row -> row.cells().stream())
                    .forEach(cell -> set(report, cell.pointer(), random.nextInt(bound)));

            suspects(2023, report);
        }
    }

    private static ObjectNode balanced() {
        ObjectNode report = new BalancedReports(1).next();
        Forms.OF_2021.rowsOf(3).flatMap(row -> row.cells().stream()).forEach(cell -> set(report, cell.pointer(), 0));
        Forms.OF_2021.rowsOf(4).flatMap(row -> row.cells().stream()).forEach(cell -> set(report, cell.pointer(), 0));
        row(report, RECEIVED, 15, 9);
        row(report, DISCLOSED, 10, 5);
        row(report, PARTLY, 4, 2);
        row(report, OUTCOMES, 14, 7);
        row(report, CARRIED_FORWARD, 1, 2);
        assertThat(suspects(2023, report)).isEmpty();
        return report;
    }

    private static void row(ObjectNode report, String row, int natural, int commercial) {
        set(report, row + "naturalPerson", natural);
        set(report, row + "commercialEnterprise", commercial);
        set(report, row + "total", natural + commercial);
    }

    /** Adjusts the totals that change with the suspect cells, those of rows before that of all outcomes. */
    private static void adjustTotals(int year, ObjectNode report, List<SuspectCell> suspects) {
        Map<String, Cell> totals = new TreeMap<>();
        suspects.forEach(suspect -> suspect.totals().forEach(total -> totals.put(total.pointer(), total)));
        Stream.concat(
                        totals.values().stream().filter(total -> !total.figure().endsWith(".total")),
                        totals.values().stream().filter(total -> total.figure().endsWith(".total")))
                .forEach(total -> Stream.concat(
                                Arithmetic.rowTotals(form(year)).stream(), Arithmetic.outcomes(form(year)).stream())
                        .filter(relation -> relation.carrier().equals(total))
                        .findFirst()
                        .ifPresent(relation -> set(
                                report,
                                total.pointer(),
                                relation.right().stream()
                                        .mapToLong(term ->
                                                report.at(term.cell().pointer()).longValue())
                                        .sum())));
    }

    private static void set(ObjectNode report, String pointer, long number) {
        int member = pointer.lastIndexOf('/');
        JsonNode row = report.at(pointer.substring(0, member));
        ((ObjectNode) row).put(pointer.substring(member + 1), number);
    }

    private static List<String> causes(List<SuspectCell> suspects) {
        return suspects.stream()
                .map(suspect -> suspect.fault() + " " + suspect.cell().pointer() + " " + plain(suspect.value()) + " → "
                        + plain(suspect.suggested()))
                .toList();
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    private static Form form(int year) {
        return Forms.of(year).orElseThrow();
    }

    private static Contents contents(int year, JsonNode content) {
        return Contents.of(year, form(year), content, Set.of());
    }

    private static List<SuspectCell> suspects(int year, JsonNode content) {
        Contents report = contents(year, content);
        RuleBook book = RuleBook.of(form(year));
        return book.suspectCells(report, book.errors(report));
    }
}
