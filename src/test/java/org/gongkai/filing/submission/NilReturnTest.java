package org.gongkai.filing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.publication.Sheets;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The statement of an agency that it had nothing to report, apart from reports in which every figure is zero. */
@QuarkusTest
class NilReturnTest extends ServiceTest {

    private static final String FINANCE = "350128-finance";
    private static final String MARKET = "350128-market";
    private static final String LICENCES = "/proactiveDisclosure/licensingDecisions";
    private static final String REPORT = "reports/350128-finance/2023";

    /** A report of the year in which every number is 0. */
    private final JsonNode zeros = zeros(ReportFiles.of(FINANCE, 2023).content());

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void isMarkedInReceiptRevisionsRollUpsAndCompleteness() throws SQLException {
        put("cycles/2023", "{}").statusCode(201);
        String before = now();
        state(FINANCE, "?nil=true").statusCode(201).body("nilStated", equalTo(true));
        accept(FINANCE, 1);
        state(MARKET, "").statusCode(201).body("nilStated", equalTo(false));
        accept(MARKET, 1);
        putInForce(ReportFiles.of("350128-approval", 2023));

        get(REPORT + "/revisions").body("items[0].nil", equalTo(true)).body("items[0].nilStated", equalTo(true));
        for (String parameters : new String[] {
            "", "&basis=submitted", "&boundaries=current", "&stats=rank", "&asOf=" + now(), "&groupBy=district"
        }) {
            get("statistics?figure=requests.newlyReceived&year=2023&district=350128" + parameters)
                    .body("rows[0].reports", equalTo(3))
                    .body("rows[0].nil", equalTo(2))
                    .body("rows[0].nilStated", equalTo(1));
        }
        get("statistics?figure=requests.newlyReceived&year=2023&format=csv").body(containsString("nilStated"));
        get("statistics?figure=requests.newlyReceived&year=2023&asOf=" + before).body("rows[0].nilStated", equalTo(0));
        get("cycles/2023/completeness?district=350128")
                .body("rows[0].inForce", equalTo(3))
                .body("rows[0].nil", equalTo(2))
                .body("rows[0].nilStated", equalTo(1));
        get("cycles/2023/completeness?district=350128&asOf=" + before)
                .body("rows[0].nil", equalTo(0))
                .body("rows[0].nilStated", equalTo(0));
        get("cycles/2023/completeness?district=350128&asOf=" + now())
                .body("rows[0].nil", equalTo(2))
                .body("rows[0].nilStated", equalTo(1));
        get("cycles/2023/obligations?district=350128&size=500")
                .body("items.findAll { it.nilStated }.agency.code", contains(FINANCE))
                .body("items.findAll { it.nil }.agency.code", contains(FINANCE, MARKET));
        get("events?limit=1000").body("items.findAll { it.type == 'REPORT_SUBMITTED' }.after.nilStated", hasItem(true));
    }

    /** Counts by category, from what was submitted, without any SQL. */
    @Test
    void isCountedByCategoryAsAPlainModelCounts() {
        put("cycles/2023", "{}").statusCode(201);
        Map<String, String> categories = ReportFiles.entries("/reports/agencies.json")
                .filter(agency -> agency.get("kind").asText().equals("DEPARTMENT"))
                .collect(Collectors.toMap(agency -> agency.get("code").asText(), agency -> agency.get("category")
                        .asText()));
        Map<String, Integer> nil = new TreeMap<>();
        Map<String, Integer> stated = new TreeMap<>();
        int number = 0;
        for (String agency : new TreeSet<>(categories.keySet())) {
            switch (number++ % 3) {
                case 0 -> {
                    nil.merge(categories.get(agency), 1, Integer::sum);
                    stated.merge(categories.get(agency), 1, Integer::sum);
                    state(agency, "?nil=true").statusCode(201);
                    accept(agency, 1);
                }
                case 1 -> {
                    nil.merge(categories.get(agency), 1, Integer::sum);
                    state(agency, "").statusCode(201);
                    accept(agency, 1);
                }
                default -> putInForce(new RealReport(agency, 2023, Sheets.with(zeros, Map.of(LICENCES, number))));
            }
        }

        JsonPath rows = get("statistics?figure=requests.newlyReceived&year=2023&groupBy=category")
                .extract()
                .jsonPath();
        JsonPath completeness = get("cycles/2023/completeness?groupBy=category&kind=DEPARTMENT")
                .extract()
                .jsonPath();
        for (JsonPath counted : List.of(rows, completeness)) {
            for (Map<String, Object> row : counted.<Map<String, Object>>getList("rows")) {
                String category = (String) ((Map<?, ?>) row.get("category")).get("code");
                assertThat(row.get("nil")).as(category).isEqualTo(nil.getOrDefault(category, 0));
                assertThat(row.get("nilStated")).as(category).isEqualTo(stated.getOrDefault(category, 0));
            }
        }
        assertThat(rows.getList("rows"))
                .hasSize((int) categories.values().stream().distinct().count());
        assertThat(stated).isNotEmpty();
    }

    @Test
    void isRefusedWhereAFigureIsNotZero() throws SQLException {
        put(REPORT + "?nil=true", ReportFiles.of(FINANCE, 2023).content().toString())
                .statusCode(422)
                .body("findings.rule", everyItem(equalTo("NIL-RETURN")))
                .body("findings.pointer", hasItem("/proactiveDisclosure/administrativeFees"))
                .body("findings[0].severity", equalTo("ERROR"));
        get(REPORT + "/revisions").statusCode(404);
        put(REPORT + "?nil=perhaps", zeros.toString()).statusCode(400).body("parameters[0].name", equalTo("nil"));
    }

    @Test
    void isAnotherRevisionWithTheSameContent_unlessNothingIsStated() {
        state(FINANCE, "").statusCode(201).body("revision", equalTo(1));
        state(FINANCE, "?nil=false").statusCode(200).body("revision", equalTo(1));
        String hash = state(FINANCE, "?nil=true")
                .statusCode(201)
                .body("revision", equalTo(2))
                .extract()
                .path("contentHash");
        state(FINANCE, "").statusCode(200).body("revision", equalTo(2)).body("nilStated", equalTo(true));
        state(FINANCE, "?nil=true").statusCode(200).body("revision", equalTo(2));
        state(FINANCE, "?nil=false")
                .statusCode(201)
                .body("revision", equalTo(3))
                .body("nilStated", equalTo(false))
                .body("contentHash", equalTo(hash));
    }

    @Test
    void isStatedInBatchesAndValidations() {
        JsonNode real = ReportFiles.of(MARKET, 2023).content();
        ObjectNode stated = item(FINANCE, zeros).put("nil", true);
        ObjectNode contradicted = item(MARKET, real).put("nil", true);
        ObjectNode malformed = item(MARKET, real).put("nil", "yes");

        String answer = post("reports", "[" + stated + "," + contradicted + "," + malformed + "]")
                .statusCode(200)
                .extract()
                .asString();
        ValidatableResponse last = get(REPORT + "/revisions").body("items[0].nilStated", equalTo(true));
        assertThat(answer.lines().toList())
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line).contains("\"status\":201"),
                        line -> assertThat(line).contains("NIL-RETURN"),
                        line -> assertThat(line).contains("/nil"));
        last.body("total", equalTo(1));
        post("validations", contradicted.toString()).body("valid", equalTo(false));
        post("validations", stated.toString()).body("valid", equalTo(true));
    }

    @Test
    void isKeptForGood() {
        state(FINANCE, "?nil=true").statusCode(201);
        assertThatThrownBy(() -> execute("update revision set nil_stated = false"))
                .isInstanceOf(SQLException.class);
    }

    private ValidatableResponse state(String agency, String parameters) {
        return put("reports/" + agency + "/2023" + parameters, zeros.toString());
    }

    private void accept(String agency, int revision) {
        String status = get("reports/" + agency + "/2023/revisions/" + revision)
                .extract()
                .path("status");
        if (status.equals("SUBMITTED")) {
            decide(new RealReport(agency, 2023, zeros), revision, "ACCEPT").statusCode(200);
        }
    }

    private static ObjectNode item(String agency, JsonNode report) {
        ObjectNode item =
                ReportFiles.JSON.createObjectNode().put("agency", agency).put("year", 2023);
        item.set("report", report);
        return item;
    }

    private static JsonNode zeros(JsonNode report) {
        return Sheets.with(
                report,
                Sheets.numbers(report).keySet().stream().collect(Collectors.toMap(pointer -> pointer, pointer -> 0)));
    }
}
