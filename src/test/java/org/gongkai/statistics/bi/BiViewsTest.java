package org.gongkai.statistics.bi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gongkai.filing.store.FigureTable;
import org.gongkai.rules.book.BalancedReports;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The views for BI tools give the numbers of the API, also after every change of a report. */
@QuarkusTest
class BiViewsTest extends ServiceTest {

    private static final RealReport FINANCE = ReportFiles.of("430212-finance", 2023);

    @Inject
    FigureTable figures;

    private BiReader reader;

    @BeforeEach
    void fileReports() throws IOException, SQLException {
        fixture("bi", () -> {
            registerAll();
            put("cycles/2022", "{}").statusCode(201);
            put("cycles/2023", Map.of("departmentDeadline", "2024-12-31")).statusCode(201);
            put("cycles/2023/obligations/350128-social", Map.of("exempt", true, "reason", "合并报送"))
                    .statusCode(200);
            put(
                            "agencies/350128-late",
                            Map.of("name", "新局", "district", "350128", "category", "finance", "kind", "DEPARTMENT"))
                    .statusCode(201);
            ReportFiles.balanced().forEach(ServiceTest::putInForce);
            BalancedReports more = new BalancedReports(45);
            putInForce(new RealReport("350128-late", 2023, more.next()));
            putInForce(new RealReport("350128-market", 2021, more.next()));
            putInForce(new RealReport("350128-market", 2020, more.nextOf2019()));
            putInForce(new RealReport("310000-office", 2019, more.nextOf2019()));
        });
        try (Connection service = connection()) {
            reader = BiReader.prepare(service, BiDocument.read("bi-views.md"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2019, 2020, 2021, 2022, 2023, 2024})
    void everyFigureOfAYearIsThatOfTheRollUp(int year) throws SQLException {
        assertThat(sums("agency,figure", "not composed and year = " + year, "agency, figure"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        rollUp("groupBy=agency,figure&year=" + year, row -> agency(row) + " " + row.get("figure")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "year,agency     | requests.outcomes.refused               | year, agency",
                "year,category   | requests.outcomes.otherHandling         | year, category",
                "year,district   | disputes.litigation                     | year, district",
                "district&level=city&year=2021..2024 | requests.outcomes   | coalesce(city, province)",
                "year            | proactiveDisclosure.administrativeFees  | year",
                "applicantType   | requests.newlyReceived                  | applicant_type"
            })
    void sumsAreThoseOfRollUps(String groupBy, String figure, String columns) throws SQLException {
        String condition =
                "figure = '" + figure + "'" + (groupBy.contains("2021") ? " and year between 2021 and 2024" : "");

        assertThat(sums(columns, condition, columns))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        rollUp("figure=" + figure + "&groupBy=" + groupBy, BiViewsTest::keys));
    }

    @ParameterizedTest
    @ValueSource(ints = {2020, 2021, 2022, 2023, 2024})
    void coverageIsThatOfRollUps(int year) throws SQLException {
        List<String> counted = reader.rows("""
                select district, category, sum(expected), sum(reports) from bi_coverage where year = %s
                group by district, category""".formatted(year));

        assertThat(counted)
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        rows("statistics?figure=requests.newlyReceived&groupBy=district,category&year=" + year).stream()
                                .map(row -> code(row, "district") + " " + code(row, "category") + " "
                                        + row.get("expected") + " " + row.get("reports"))
                                .toList());
    }

    @Test
    void staysTheSameOverARebuild() throws SQLException {
        List<String> before = sums("year,agency,figure", "not composed", "year, agency, figure");

        figures.rebuild();

        assertThat(sums("year,agency,figure", "not composed", "year, agency, figure"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(before);
        assertThat(
                        count(
                                "select count(*) from pg_class where relname = 'bi_figure' and reloptions = '{security_barrier=true}'"))
                .isOne();
    }

    @Test
    void lateReportsAreThoseOfTheRate() throws SQLException {
        put("cycles/2023/obligations/430212-finance", Map.of("deadline", "2024-12-01", "reason", "改期"))
                .statusCode(200);

        for (int year : List.of(2022, 2023)) {
            List<String> rates = reader.rows("""
                    select round(sum(on_time)::numeric / sum(owed), 6), sum(on_time + late), sum(owed)
                    from bi_coverage where year = %s""".formatted(year));
            List<String> states = reader.rows("""
                    select count(*) filter (where state = 'ON_TIME')::numeric,
                           count(*) filter (where state in ('ON_TIME', 'LATE')), count(*)
                    from bi_obligation where year = %s and kind = 'DEPARTMENT' and state <> 'EXEMPT'""".formatted(year));
            String[] counts = states.get(0).split(" ");
            Object rate =
                    rows("statistics?figure=rates.onTime&year=" + year).get(0).get("value");

            assertThat(rates).hasSize(1);
            assertThat(rates.get(0)).endsWith(" " + counts[1] + " " + counts[2]);
            assertThat(new BigDecimal(rates.get(0).split(" ")[0]))
                    .isEqualByComparingTo(new BigDecimal(rate.toString()));
        }
    }

    @Test
    void obligationsAreThoseOfTheApi() throws SQLException {
        for (int year : List.of(2022, 2023)) {
            List<Map<String, Object>> lines =
                    get("cycles/" + year + "/obligations?size=500").extract().path("items");

            assertThat(reader.rows("""
                    select agency, agency_name, kind, district, category, state, deadline, overdue::text, in_force::text
                    from bi_obligation where year = %s""".formatted(year)))
                    .containsExactlyInAnyOrderElementsOf(lines.stream()
                            .map(line -> String.join(
                                    " ",
                                    code(line, "agency"),
                                    name(line, "agency"),
                                    line.get("kind").toString(),
                                    code(line, "district"),
                                    code(line, "category"),
                                    line.get("state").toString(),
                                    line.get("deadline").toString(),
                                    line.get("overdue").toString(),
                                    line.get("inForce").toString()))
                            .toList());
        }
        assertThat(reader.rows("select distinct state, state_zh, state_en from bi_obligation"))
                .contains("MISSING 未报 Missing", "EXEMPT 免予报送 Exempt");
    }

    @Test
    void reportsAreThoseInForce() throws SQLException {
        List<Map<String, Object>> reports =
                get("reports?status=ACCEPTED&size=500").extract().path("items");

        assertThat(reader.rows("select agency, year, revision, content_hash from bi_report"))
                .containsExactlyInAnyOrderElementsOf(reports.stream()
                        .map(report -> String.join(
                                " ",
                                report.get("agency").toString(),
                                report.get("year").toString(),
                                report.get("revision").toString(),
                                report.get("contentHash").toString()))
                        .toList());
        assertThat(reader.rows(
                        "select kind_zh, province_name, city_name, county_name, town, category_name from bi_report"
                                + " where agency = '430212-finance' and year = 2023"))
                .containsExactly("部门 湖南省 株洲市 渌口区 null 财政");
    }

    @Test
    void everyCodeHasItsTexts() throws SQLException {
        assertThat(reader.rows("""
                select figure, unit, applicant_type from bi_figure
                where figure_zh is null or figure_en is null or unit_zh is null or unit_en is null
                   or (applicant_type is null) <> (applicant_type_zh is null)
                   or (applicant_type is null) <> (applicant_type_en is null)""")).isEmpty();
        assertThat(reader.rows("""
                select distinct figure_zh, unit_zh, measure, section from bi_figure
                where figure = 'requests.carriedForward' and applicant_type_zh = '自然人'""")).containsExactly("表三 · 四、结转下年度继续办理 件 STOCK 3");
    }

    @Test
    void followEveryChangeOfAReport() throws SQLException {
        assertThat(inForce()).isEqualTo("1");

        correct(changed("licensingDecisions", 7));
        decideIfItWaits(2);
        assertThat(inForce()).as("superseded").isEqualTo("2");

        correct(withoutOverview()).body("status", equalTo("SUBMITTED"));
        assertThat(inForce()).as("one waits").isEqualTo("2");
        decide(FINANCE, 3, "RETURN").statusCode(200);
        assertThat(inForce()).as("returned").isEqualTo("2");

        withdraw(2, true);
        assertThat(inForce()).as("reinstated").isEqualTo("1");
        withdraw(1, false);
        assertThat(inForce()).as("withdrawn").isEqualTo("none");
    }

    /** Returns the revision in force, after comparing all views with the API. */
    private String inForce() throws SQLException {
        sumsAreThoseOfRollUps("year,agency", "proactiveDisclosure.licensingDecisions", "year, agency");
        coverageIsThatOfRollUps(FINANCE.year());
        obligationsAreThoseOfTheApi();
        List<String> revisions =
                reader.rows("select revision from bi_report where agency = '430212-finance' and year = 2023");
        get("reports/430212-finance/2023").statusCode(revisions.isEmpty() ? 404 : 200);
        return revisions.isEmpty() ? "none" : String.join(" ", revisions);
    }

    private static RealReport changed(String decisions, int number) {
        ObjectNode content = FINANCE.content().deepCopy();
        content.withObject("/proactiveDisclosure").put(decisions, number);
        return new RealReport(FINANCE.agency(), FINANCE.year(), content);
    }

    private static RealReport withoutOverview() {
        ObjectNode content = FINANCE.content().deepCopy();
        return new RealReport(FINANCE.agency(), FINANCE.year(), content.put("overview", ""));
    }

    private static void decideIfItWaits(int revision) {
        String status = get("reports/430212-finance/2023/revisions/" + revision)
                .extract()
                .path("status");
        if (status.equals("SUBMITTED")) {
            decide(FINANCE, revision, "ACCEPT").statusCode(200);
        }
    }

    private static void withdraw(int revision, boolean reinstate) {
        post(
                        "reports/430212-finance/2023/decisions",
                        Map.of(
                                "revision",
                                revision,
                                "decision",
                                "WITHDRAW",
                                "comment",
                                "报错年度",
                                "reinstatePrevious",
                                reinstate))
                .statusCode(200);
    }

    private List<String> sums(String columns, String condition, String groups) throws SQLException {
        return reader.rows("select " + columns + ", trim_scale(sum(value)) from bi_figure where " + condition
                + " group by " + groups);
    }

    /** Returns the rows of a roll-up that count a report: their key and their value. */
    private static List<String> rollUp(String query, Function<Map<String, Object>, String> key) {
        return rows("statistics?" + query).stream()
                .filter(row -> (Integer) row.get("reports") > 0)
                .map(row -> key.apply(row) + " "
                        + new BigDecimal(row.get("value").toString())
                                .stripTrailingZeros()
                                .toPlainString())
                .toList();
    }

    /** Returns the rows of an answer, with exact decimals. */
    private static List<Map<String, Object>> rows(String query) {
        String answer = get(query).statusCode(200).extract().asString();
        try {
            return ReportFiles.JSON.convertValue(
                    ReportFiles.JSON.readTree(answer).get("rows"), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String agency(Map<String, Object> row) {
        return code(row, "agency");
    }

    private static String keys(Map<String, Object> row) {
        return String.join(
                " ",
                List.of("year", "district", "category", "agency", "applicantType").stream()
                        .filter(row::containsKey)
                        .map(key -> row.get(key) instanceof Map<?, ?> named
                                ? named.get("code").toString()
                                : row.get(key).toString())
                        .toList());
    }

    private static String code(Map<String, Object> row, String member) {
        return ((Map<?, ?>) row.get(member)).get("code").toString();
    }

    private static String name(Map<String, Object> row, String member) {
        return ((Map<?, ?>) row.get(member)).get("name").toString();
    }
}
