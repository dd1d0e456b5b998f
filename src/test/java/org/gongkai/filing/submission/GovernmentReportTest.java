package org.gongkai.filing.submission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.gongkai.publication.Sheets;
import org.gongkai.rules.book.BalancedReports;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The comparison of a government's report with the sum of its departments when it is submitted. */
@QuarkusTest
class GovernmentReportTest extends ServiceTest {

    private static final String LICENCES = "/proactiveDisclosure/licensingDecisions";
    private static final String RECEIVED = "/requests/newlyReceived/";
    private static final String OWN = "findings.findAll { it.rule == 'CONSOLIDATION' }.";

    private final JsonNode finance = Sheets.with(new BalancedReports(3).next(), Map.of(LICENCES, 100));
    private final JsonNode police = Sheets.with(new BalancedReports(4).next(), Map.of(LICENCES, 20));
    private final JsonNode sum = Sheets.plus(finance, police);

    @BeforeEach
    void register() {
        registerAll();
        agency("430203-finance", "DEPARTMENT");
        agency("430203-police", "DEPARTMENT");
        agency("430203-gov", "GOVERNMENT");
    }

    @Test
    void comparesNothingWithoutAReportOfADepartment() {
        correct(of(finance)).statusCode(201).body(OWN + "rule", empty());
    }

    @Test
    void findsNothingWhenBothAreEqual() {
        fileBoth();
        correct(of(sum)).statusCode(201).body(OWN + "rule", empty());
    }

    @Test
    void warnsAboutAGovernmentThatReportsLess_withTheNumbersAndTheCoverage() {
        put("cycles/2023", "{}").statusCode(201);
        file("430203-finance", finance);
        RealReport report = of(Sheets.with(finance, Map.of(LICENCES, 99)));

        correct(report)
                .statusCode(201)
                .body("status", equalTo("SUBMITTED"))
                .body(OWN + "severity", contains("WARNING"))
                .body(OWN + "pointer", contains(LICENCES))
                .body(OWN + "left", contains(99))
                .body(OWN + "right", contains(100))
                .body(OWN + "state", contains("OPEN"))
                .body(OWN + "message[0]", containsString("已计入部门年报 1 份，应报 2 份"))
                .body(OWN + "cell[0]", containsString("行政许可"));

        post(
                        "reports/430203-gov/2023/explanations",
                        List.of(Map.of("rule", "CONSOLIDATION", "pointer", LICENCES, "reason", "财政局 1 件许可由上级作出，已核实")))
                .statusCode(200)
                .body(OWN + "state", contains("EXPLAINED"));
        correct(report).statusCode(200).body(OWN + "state", contains("EXPLAINED"));
    }

    @Test
    void warnsAboutAGovernmentThatReportsMoreOnlyWhenAllDepartmentsHaveReported() {
        put("cycles/2023", "{}").statusCode(201);
        file("430203-finance", finance);
        correct(of(Sheets.with(sum, Map.of(LICENCES, 121)))).statusCode(201).body(OWN + "rule", empty());

        file("430203-police", police);
        correct(of(Sheets.with(sum, Map.of(LICENCES, 122))))
                .statusCode(201)
                .body(OWN + "pointer", contains(LICENCES))
                .body(OWN + "message[0]", containsString("已计入部门年报 2 份，应报 2 份"));
    }

    /** A row with a wrong total has one warning, whatever its columns are. */
    @Test
    void warnsOncePerRow() {
        fileBoth();
        correct(of(finance))
                .statusCode(201)
                .body(OWN + "pointer", hasItem(RECEIVED + "total"))
                .body(OWN + "pointer", not(hasItem(RECEIVED + "naturalPerson")));
    }

    @Test
    void checksTheReportOfADepartmentAgainstNoOther() {
        fileBoth();
        file("430203-gov", sum);
        correct(new RealReport("430203-finance", 2023, Sheets.with(finance, Map.of(LICENCES, 1000))))
                .statusCode(201)
                .body(OWN + "rule", empty());
    }

    @Test
    void comparesInValidationsAndBatches() {
        fileBoth();
        JsonNode less = Sheets.with(sum, Map.of(LICENCES, 1));
        String item = "{\"agency\":\"430203-gov\",\"year\":2023,\"report\":" + less + "}";

        post("validations", item).body("valid", equalTo(true)).body(OWN + "pointer", contains(LICENCES));
        post("reports", "[" + item + "]").statusCode(200).body(containsString("CONSOLIDATION"));
    }

    /** 平潭 2023: the zone's committee has more than the departments that are known, so nothing contradicts. */
    @Test
    void acceptsRealReports() {
        for (String agency : new String[] {"approval", "enforcement", "finance", "market", "transport"}) {
            putInForce(ReportFiles.of("350128-" + agency, 2023));
        }
        correct(ReportFiles.of("350128-gov", 2023)).statusCode(201).body(OWN + "rule", empty());
    }

    private void fileBoth() {
        file("430203-finance", finance);
        file("430203-police", police);
    }

    private static RealReport of(JsonNode content) {
        return new RealReport("430203-gov", 2023, content);
    }

    private static void file(String agency, JsonNode content) {
        putInForce(new RealReport(agency, 2023, content));
    }

    private static void agency(String code, String kind) {
        put(
                        "agencies/" + code,
                        Map.of("name", code + " 某机关", "district", "430203", "category", "finance", "kind", kind))
                .statusCode(201);
    }
}
