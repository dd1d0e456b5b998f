package org.gongkai.filing.carryover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gongkai.filing.carryover.CarryOverModel.Agency;
import org.gongkai.filing.carryover.CarryOverModel.Line;
import org.gongkai.filing.carryover.CarryOverModel.Report;
import org.gongkai.testing.Seeds;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random reports of agencies that merge, split and replace each other, recounted by a plain model. */
@Tag("thorough")
@QuarkusTest
class CarryOverHistoriesTest extends ServiceTest {

    private static final int FIRST = 2021;
    private static final int LAST = 2024;
    private static final int AGENCIES = 8;
    private static final int STEPS = 60;

    @ParameterizedTest
    @MethodSource(Seeds.OF_HISTORIES)
    void ledgerRuleAndTemplateAgreeWithTheModel(long seed) {
        registerAll();
        Random random = new Random(seed);
        CarryOverModel model = new CarryOverModel();
        List<String> codes = register(model, random);
        Map<String, Integer> revisions = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            String code = codes.get(random.nextInt(codes.size()));
            int year = FIRST + random.nextInt(LAST - FIRST + 1);
            if (model.agency(code).canReportOn(year)) {
                change(model, code, year, random, revisions);
            }
        }

        int compared = 0;
        for (String code : codes) {
            for (int year = FIRST; year <= LAST; year++) {
                compared += check(model, code, year, revisions.get(code + "/" + year)) ? 1 : 0;
            }
        }
        assertThat(compared).isPositive();
        listsByStatusDivideTheLedger();
    }

    /** A list by status starts from few lines; together they have every line once. */
    private static void listsByStatusDivideTheLedger() {
        List<Map<String, ?>> all = get("carry-over?size=500").extract().path("items");
        for (CarryOverStatus status : CarryOverStatus.values()) {
            List<Map<String, ?>> expected = all.stream()
                    .filter(line -> status.name().equals(line.get("status")))
                    .toList();
            get("carry-over?size=500&status=" + status)
                    .body("total", equalTo(expected.size()))
                    .body("items", equalTo(expected));
        }
    }

    /** Registers agencies, the successors first. Each may be succeeded by an earlier one, or split into several. */
    private static List<String> register(CarryOverModel model, Random random) {
        List<String> codes = new ArrayList<>();
        for (int number = 0; number < AGENCIES; number++) {
            Agency agency = agency("h-" + number, codes, model, random);
            model.add(agency);
            codes.add(agency.code());
            Map<String, Object> entry = new HashMap<>(Map.of(
                    "name", agency.code() + "局", "district", "430212", "category", "finance", "kind", "DEPARTMENT"));
            entry.put("validFrom", agency.founded());
            entry.put("validTo", agency.ended());
            entry.put("successor", agency.successors());
            put("agencies/" + agency.code(), json(entry)).statusCode(201);
        }
        return codes;
    }

    private static Map<String, Object> json(Map<String, Object> entry) {
        entry.replaceAll((name, value) -> value instanceof LocalDate ? value.toString() : value);
        return entry;
    }

    private static Agency agency(String code, List<String> others, CarryOverModel model, Random random) {
        LocalDate founded = random.nextInt(3) > 0 ? null : LocalDate.of(2022 + random.nextInt(2), 7, 1);
        LocalDate ended = LocalDate.of(2022 + random.nextInt(3), random.nextBoolean() ? 6 : 12, 30)
                .plusDays(random.nextInt(2));
        List<String> possible = others.stream()
                .filter(other -> existsOn(model.agency(other), ended.plusDays(1)))
                .toList();
        if (possible.isEmpty() || random.nextInt(4) == 0 || founded != null && !founded.isBefore(ended)) {
            return new Agency(code, founded, null, List.of());
        }
        String successor = possible.get(random.nextInt(possible.size()));
        boolean split = possible.size() > 1 && random.nextInt(5) == 0;
        return new Agency(code, founded, ended, split ? possible.subList(0, 2) : List.of(successor));
    }

    private static boolean existsOn(Agency agency, LocalDate day) {
        return (agency.founded() == null || !day.isBefore(agency.founded()))
                && (agency.ended() == null || !day.isAfter(agency.ended()));
    }

    /** Submits a report, which the office accepts; or withdraws the one in force. */
    private static void change(
            CarryOverModel model, String code, int year, Random random, Map<String, Integer> revisions) {
        String path = "reports/" + code + "/" + year;
        if (model.report(code, year).isPresent() && random.nextInt(5) == 0) {
            post(
                            path + "/decisions",
                            Map.of(
                                    "revision",
                                    revisions.get(code + "/" + year),
                                    "decision",
                                    "WITHDRAW",
                                    "comment",
                                    "有误"))
                    .statusCode(200);
            model.withdraw(code, year);
            return;
        }
        Report report = new Report(random.nextInt(3), random.nextInt(3));
        JsonPath receipt = correct(
                        path,
                        Requests.report(code, year, report.carriedOver(), report.carriedForward())
                                .json())
                .extract()
                .jsonPath();
        if (receipt.getString("status").equals("SUBMITTED")) {
            post(
                            path + "/decisions",
                            Map.of("revision", receipt.getInt("revision"), "decision", "ACCEPT", "comment", "同意"))
                    .statusCode(200);
        }
        revisions.put(code + "/" + year, receipt.getInt("revision"));
        model.putInForce(code, year, report);
    }

    /** Returns whether the report could be compared. */
    private static boolean check(CarryOverModel model, String code, int year, Integer revision) {
        String about = code + " " + year;
        if (model.agency(code).canReportOn(year)) {
            assertThat(get("reports/" + code + "/" + year + "/template")
                            .extract()
                            .<Integer>path("requests.carriedOver.naturalPerson"))
                    .as(about)
                    .isEqualTo(model.template(code, year));
        }
        if (revision == null) {
            return false;
        }
        Line expected = model.line(code, year);
        JsonPath line = get("carry-over?agency=" + code + "&year=" + year)
                .extract()
                .jsonPath()
                .setRootPath("items.find { it.applicantType == 'naturalPerson' }");
        assertThat(new Line(
                        line.get("carriedForward"),
                        line.get("carriedOver"),
                        line.getString("status"),
                        line.getList("sources")))
                .as(about)
                .isEqualTo(expected);
        if (expected.carriedOver() != null) {
            List<?> findings = get("reports/" + code + "/" + year + "/revisions/" + revision + "/receipt")
                    .extract()
                    .path("findings.findAll { it.rule == 'CARRY-OVER' && it.pointer.endsWith('/naturalPerson') }");
            assertThat(findings).as(about).hasSize(expected.status().equals("DIFFERENT") ? 1 : 0);
        }
        return !expected.status().equals("NOT_COMPARED");
    }
}
