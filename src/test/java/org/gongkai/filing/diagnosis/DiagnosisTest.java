package org.gongkai.filing.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.filing.Drafts;
import org.gongkai.form.Cell;
import org.gongkai.form.statutory.Forms;
import org.gongkai.rules.book.FigureUnusual;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The diagnosis of reports: what they leave open, and a statement where nothing is. */
@QuarkusTest
class DiagnosisTest extends ServiceTest {

    private static final String LICENSES = "/proactiveDisclosure/licensingDecisions";
    private static final String SENTENCE = "本机关坚持以公开为常态、不公开为例外，2023年持续完善政府信息公开工作机制，切实保障群众知情权。";
    private static final String PART = "parts.find { it.topic == '%s' }.";
    private static final long SEED = 20261128;

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void saysThatNothingIsOpen() {
        putInForce(ReportFiles.of("350128-police", 2024));

        diagnosis("350128-police", 2024)
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("status", equalTo("ACCEPTED"))
                .body("parts.topic", contains("ARITHMETIC", "LAST_YEAR", "OWN_TEXT", "PEERS", "COPIED", "OTHER"))
                .body(PART.formatted("ARITHMETIC") + "conclusion", equalTo("表内各项数字相符"))
                .body(PART.formatted("ARITHMETIC") + "findings", empty());
    }

    @Test
    void groupsFindings_andTellsOpenOnesFromExplainedOnes() {
        putInForce(ReportFiles.of("350128-gov", 2022));
        submit(ReportFiles.of("350128-gov", 2023)).statusCode(201);
        Map<String, String> explanation = Map.of(
                "rule", "IN-FORCE",
                "pointer", "/proactiveDisclosure/normativeDocuments/inForce",
                "reason", "部分文件自然失效");

        ValidatableResponse open = diagnosis("350128-gov", 2023, "revision", "latest");
        open.body(PART.formatted("LAST_YEAR") + "findings.finding.rule", hasItem("IN-FORCE"))
                .body(PART.formatted("LAST_YEAR") + "findings.action", hasItem(startsWith("核对本年制发")))
                .body(PART.formatted("LAST_YEAR") + "open", greaterThan(0))
                .body("conclusion", startsWith("需更正或者说明"));
        int before = open.extract().path("open");

        post("reports/350128-gov/2023/explanations", List.of(explanation)).statusCode(200);

        diagnosis("350128-gov", 2023, "revision", "1")
                .body("open", equalTo(before - 1))
                .body("explained", equalTo(1))
                .body(PART.formatted("LAST_YEAR") + "findings.action", hasItem("已说明，不需处理"))
                .body(
                        PART.formatted("LAST_YEAR") + "findings.find { it.finding.rule == 'IN-FORCE' }"
                                + ".finding.explanation.reason",
                        equalTo("部分文件自然失效"));
    }

    @Test
    void showsThePublicWhatIsInForceOnly_withoutExplanations() {
        putInForce(ReportFiles.of("350128-gov", 2022));
        putInForce(ReportFiles.of("350128-gov", 2023));
        post(
                        "reports/350128-gov/2023/explanations",
                        List.of(Map.of(
                                "rule", "IN-FORCE",
                                "pointer", "/proactiveDisclosure/normativeDocuments/inForce",
                                "reason", "部分文件自然失效")))
                .statusCode(200);
        submit(ReportFiles.of("350128-gov", 2021)).statusCode(201);

        RestAssured.given()
                .noFilters()
                .get("/api/v1/reports/350128-gov/2023/diagnosis")
                .then()
                .statusCode(200)
                .body("explained", equalTo(1))
                .body(
                        PART.formatted("LAST_YEAR") + "findings.find { it.finding.rule == 'IN-FORCE' }.finding",
                        allOf(not(hasKey("explanation")), hasKey("difference")));
        Map.of("", 404, "?revision=latest", 404, "?revision=1", 404, "?revision=x", 400)
                .forEach((query, status) -> RestAssured.get("/api/v1/reports/350128-office/2023/diagnosis" + query)
                        .then()
                        .statusCode(status));
    }

    @Test
    void checksADraftThatDoesNotAddUp_asFarAsItCanBeRead_andStoresNothing() throws SQLException {
        putInForce(ReportFiles.of("350128-gov", 2022));
        String report = Drafts.of("350128-gov", 2023)
                .with("/requests/newlyReceived/total", 99999)
                .json();

        draft("350128-gov", 2023, report, "json")
                .statusCode(200)
                .body("$", not(hasKey("revision")))
                .body(PART.formatted("ARITHMETIC") + "findings.finding.rule", hasItems("T3-ROW-TOTAL", "T3-BALANCE"))
                .body(PART.formatted("ARITHMETIC") + "findings.finding.difference", not(empty()))
                .body(PART.formatted("LAST_YEAR") + "findings.finding.rule", hasItem("IN-FORCE"));

        draft("350128-gov", 2023, "{}", "json")
                .statusCode(200)
                .body(PART.formatted("ARITHMETIC") + "findings.finding.rule", everyItem(equalTo("SHAPE")));
        assertThat(count("select count(*) from revision where year = 2023")).isZero();
    }

    @Test
    void findsSentencesOfLastYearAndOfOthers_butNotAPrescribedWording() {
        put("reports/350128-police/2023", report(2023, 1)).statusCode(201);
        accept("350128-police", 2023);
        put("reports/350128-finance/2024", report(2024, 2)).statusCode(201);
        accept("350128-finance", 2024);

        draft("350128-police", 2024, report(2024, 3), "json")
                .body(PART.formatted("COPIED") + "passages.pointer", contains("/problemsAndImprovements"))
                .body(PART.formatted("COPIED") + "passages.lastYear", contains(true))
                .body(PART.formatted("COPIED") + "passages.agencies", contains(1))
                .body(PART.formatted("COPIED") + "passages[0].examples.code", contains("350128-finance"))
                .body(PART.formatted("COPIED") + "passages.passage", contains(SENTENCE.replace("2023", "2024")));

        for (String agency : List.of("transport", "approval", "market", "office")) {
            put("reports/350128-" + agency + "/2024", report(2024, agency.hashCode() & 0xff))
                    .statusCode(201);
            accept("350128-" + agency, 2024);
        }
        draft("350128-police", 2024, report(2024, 3), "json")
                .body(PART.formatted("COPIED") + "passages.lastYear", contains(true))
                .body(PART.formatted("COPIED") + "passages.agencies", contains(0));
    }

    @Tag("thorough")
    @Test
    void comparesFiguresWithTheDistrictAndTheCategory_likeAPlainModel() {
        PeersModel model = new PeersModel();
        Random random = new Random(SEED);
        List<String> pointers = FigureUnusual.figures(Forms.of(2024).orElseThrow())
                .flatMap(figure -> figure.total().stream())
                .map(Cell::pointer)
                .toList();
        List<String> departments = ReportFiles.entries("/reports/agencies.json")
                .filter(agency -> agency.get("kind").asText().equals("DEPARTMENT"))
                .map(agency -> agency.get("code").asText())
                .toList();
        departments.stream().skip(5).forEach(agency -> {
            Map<String, Object> entry = get("agencies/" + agency).extract().path("");
            entry.put("category", "finance");
            put("agencies/" + agency, entry).statusCode(200);
            model.moveTo("finance", agency);
        });
        for (String agency : departments) {
            int size = random.nextInt(4) == 0 ? 100_000 : 100;
            String json = Drafts.of("350128-police", 2024)
                    .with(LICENSES, random.nextInt(size))
                    .with("/proactiveDisclosure/penaltyDecisions", random.nextInt(30))
                    .with("/proactiveDisclosure/administrativeFees", random.nextInt(size) + 0.25)
                    .json();
            model.put(agency, tree(json));
            put("reports/" + agency + "/2024", json).statusCode(201);
            accept(agency, 2024);
        }

        Set<String> allFar = departments.stream()
                .flatMap(agency -> {
                    Set<String> expected = model.far(agency, pointers);
                    assertThat(far(agency)).as(agency).isEqualTo(expected);
                    return expected.stream();
                })
                .collect(Collectors.toSet());
        assertThat(allFar).anyMatch(line -> line.contains("DISTRICT")).anyMatch(line -> line.contains("CATEGORY"));
    }

    private static JsonNode tree(String json) {
        try {
            return ReportFiles.JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> far(String agency) {
        List<Map<String, Object>> peers =
                diagnosis(agency, 2024).extract().jsonPath().getList(PART.formatted("PEERS") + "peers");
        return peers == null
                ? Set.of()
                : peers.stream()
                        .map(peer -> PeersModel.text(
                                peer.get("pointer"),
                                peer.get("group"),
                                ((Map<?, ?>) peer.get("district")).get("code"),
                                peer.get("reports"),
                                decimal(peer.get("median")),
                                decimal(((Map<?, ?>) peer.get("quartiles")).get("first")),
                                decimal(((Map<?, ?>) peer.get("quartiles")).get("third")),
                                decimal(peer.get("difference"))))
                        .collect(Collectors.toSet());
    }

    private static BigDecimal decimal(Object number) {
        return new BigDecimal(number.toString());
    }

    @ParameterizedTest
    @CsvSource({"html,text/html;charset=UTF-8", "pdf,application/pdf"})
    void isAPaperToHandOver(String format, String type) {
        putInForce(ReportFiles.of("350128-gov", 2022));
        putInForce(ReportFiles.of("350128-gov", 2023));

        diagnosis("350128-gov", 2023, "format", format)
                .statusCode(200)
                .header("Content-Type", equalTo(type))
                .header("Content-Language", equalTo("zh-CN"));
        draft("350128-gov", 2023, "{}", format).statusCode(200).header("Content-Type", equalTo(type));
    }

    @Test
    void thePaperSaysWhatIsOpen() {
        putInForce(ReportFiles.of("350128-gov", 2022));
        putInForce(ReportFiles.of("350128-gov", 2023));

        diagnosis("350128-gov", 2023, "format", "html").body("html.head.title", endsWith("2023年政府信息公开工作年度报告核查单"));
        assertThat(diagnosis("350128-gov", 2023, "format", "html").extract().asString())
                .contains("一、核查结论", "第 1 版（已生效）", "二、表内数字", "表内各项数字相符。", "现行有效件数", "未说明");
        diagnosis("350128-gov", 2023, "format", "docx")
                .header("Content-Disposition", containsString("350128-gov-2023-diagnosis.docx"));
    }

    private static String report(int year, int number) {
        return Drafts.of("350128-police", 2024)
                .with(LICENSES, number)
                .with(
                        "/problemsAndImprovements",
                        SENTENCE.replace("2023", String.valueOf(year)) + "第 " + number + " 号。")
                .json();
    }

    private static void accept(String agency, int year) {
        String path = "reports/" + agency + "/" + year;
        if (get(path + "/revisions/latest").extract().path("status").equals("SUBMITTED")) {
            post(path + "/decisions", Map.of("revision", 1, "decision", "ACCEPT", "comment", "意见"))
                    .statusCode(200);
        }
    }

    private static ValidatableResponse diagnosis(String agency, int year, String... query) {
        return RestAssured.given()
                .auth()
                .oauth2(TestIssuer.oversight())
                .queryParams(query.length == 0 ? Map.of() : Map.of(query[0], query[1]))
                .get("/api/v1/reports/" + agency + "/" + year + "/diagnosis")
                .then();
    }

    private static ValidatableResponse draft(String agency, int year, String report, String format) {
        return RestAssured.given()
                .auth()
                .oauth2(TestIssuer.oversight())
                .contentType("application/json")
                .queryParam("format", format)
                .body("{\"agency\": \"%s\", \"year\": %d, \"report\": %s}".formatted(agency, year, report))
                .post("/api/v1/diagnoses")
                .then()
                .statusCode(200);
    }
}
