package org.gongkai.statistics.consolidated;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.Map;
import org.gongkai.publication.Sheets;
import org.gongkai.rules.book.BalancedReports;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A comparison of a government's own report with the sum of its departments. */
@QuarkusTest
class ConsolidatedComparisonTest extends ServiceTest {

    private static final String LICENCES = "/proactiveDisclosure/licensingDecisions";
    private static final String PENALTIES = "/proactiveDisclosure/penaltyDecisions";
    private static final String FEES = "/proactiveDisclosure/administrativeFees";

    private static final String QUERY = "consolidated-reports/2023?district=430203";

    private final JsonNode finance = Sheets.with(
            new BalancedReports(3).next(), Map.of(LICENCES, 100, PENALTIES, 7, FEES, new BigDecimal("5949.088667")));
    private final JsonNode police =
            Sheets.with(new BalancedReports(4).next(), Map.of(LICENCES, 20, PENALTIES, 0, FEES, new BigDecimal("0.5")));
    private final JsonNode sum = Sheets.plus(finance, police);

    @BeforeEach
    void register() {
        registerAll();
        agency("430203-finance", "430203", "DEPARTMENT");
        agency("430203-police", "430203", "DEPARTMENT");
        agency("430203-gov", "430203", "GOVERNMENT");
        agency("430203-zone", "430203", "GOVERNMENT");
        file("430203-finance", finance);
    }

    @Test
    void isAbsentWithoutAReportOfTheGovernmentInForce() {
        file("430203-police", police);
        get(QUERY).body("comparison", empty());
    }

    @Test
    void findsNothingWhenBothAreEqual() {
        file("430203-police", police);
        file("430203-gov", sum);

        get(QUERY)
                .body("comparison.agency.code", contains("430203-gov"))
                .body("comparison[0].agency.name", equalTo("430203-gov 某机关"))
                .body("comparison[0].revision", equalTo(1))
                .body("comparison[0].cells", empty())
                .body("comparison[0].findings", empty());
    }

    @Test
    void findsAGovernmentThatReportsLessThanItsDepartments() {
        file("430203-gov", Sheets.with(finance, Map.of(LICENCES, 99, PENALTIES, 8)));

        get(QUERY)
                .body("coverage.reports", equalTo(1))
                .body("comparison[0].cells.pointer", contains(LICENCES, PENALTIES))
                .body("comparison[0].cells[0].cell", equalTo("表二 · 行政许可 · 本年处理决定数量"))
                .body("comparison[0].cells.own", contains(99, 8))
                .body("comparison[0].cells.sum", contains(100, 7))
                .body("comparison[0].cells.difference", contains(-1, 1))
                .body("comparison[0].findings.pointer", contains(LICENCES))
                .body("comparison[0].findings[0].rule", equalTo("CONSOLIDATION"))
                .body("comparison[0].findings[0].severity", equalTo("WARNING"))
                .body("comparison[0].findings[0].message", equalTo("政府年报为 99，少于各部门年报之和 100，相差 -1"))
                .body("comparison[0].findings[0].formula", equalTo("政府年报[99] < 各部门之和[100]"))
                .body("comparison[0].findings[0].left", equalTo(99))
                .body("comparison[0].findings[0].right", equalTo(100))
                .body("comparison[0].findings[0].difference", equalTo(-1));
    }

    /** A government may report more because some of its departments have not reported. */
    @Test
    void findsAGovernmentThatReportsMoreOnlyWhenAllDepartmentsHaveReported() {
        file("430203-gov", Sheets.with(sum, Map.of(LICENCES, 121)));

        get(QUERY)
                .body("comparison[0].cells.pointer", hasItem(FEES))
                .body("comparison[0].cells.difference", everyItem(not(equalTo(0))))
                .body("comparison[0].findings", empty());

        file("430203-police", police);
        get(QUERY)
                .body("comparison[0].cells.pointer", contains(LICENCES))
                .body("comparison[0].findings.pointer", contains(LICENCES))
                .body("comparison[0].findings[0].formula", equalTo("政府年报[121] ≠ 各部门之和[120]"));
    }

    @Test
    void toleratesRoundedAmounts() {
        file("430203-police", police);
        file("430203-gov", Sheets.with(sum, Map.of(FEES, new BigDecimal("5949.59"))));
        file("430203-zone", Sheets.with(sum, Map.of(FEES, new BigDecimal("5949.61"))));

        get(QUERY)
                .body("comparison.agency.code", contains("430203-gov", "430203-zone"))
                .body("comparison[0].cells", empty())
                .body("comparison[0].findings", empty())
                .body("comparison[1].cells.pointer", contains(FEES))
                .body("comparison[1].findings.pointer", contains(FEES));
    }

    @Test
    void comparesTheRevisionInForceOfGovernmentsOfTheDistrictItself() {
        file("430203-police", police);
        RealReport withoutText = new RealReport("430203-gov", 2023, Sheets.with(sum, Map.of("/overview", "")));
        submit(withoutText).body("status", equalTo("SUBMITTED"));
        get(QUERY).body("comparison", empty());

        decide(withoutText, 1, "ACCEPT").statusCode(200);
        correct(new RealReport("430203-gov", 2023, Sheets.with(withoutText.content(), Map.of(LICENCES, 1))))
                .body("revision", equalTo(2))
                .body("status", equalTo("SUBMITTED"));

        get(QUERY)
                .body("comparison.agency.code", contains("430203-gov"))
                .body("comparison.revision", contains(1))
                .body("comparison[0].cells", empty());
        get("consolidated-reports/2023?district=430200").body("comparison", empty());
        get("consolidated-reports/2023").body("comparison", empty());
        get("consolidated-reports/2022?district=430203").body("comparison", empty());
    }

    /** 平潭 2023: the finance bureau has 5949.09, the zone's committee 5949.088667. */
    @Test
    void comparesRealReports() {
        for (String agency : new String[] {"approval", "enforcement", "finance", "market", "transport", "gov"}) {
            putInForce(ReportFiles.of("350128-" + agency, 2023));
        }

        get("consolidated-reports/2023?district=350128")
                .body("comparison.agency.code", contains("350128-gov"))
                .body("comparison[0].cells.pointer", hasItem("/requests/newlyReceived/total"))
                .body("comparison[0].cells.pointer", not(hasItem(FEES)))
                .body("comparison[0].cells.find { it.pointer == '/requests/newlyReceived/total' }.own", equalTo(81))
                .body("comparison[0].cells.find { it.pointer == '/requests/newlyReceived/total' }.sum", equalTo(22))
                .body(
                        "comparison[0].cells.find { it.pointer == '/requests/newlyReceived/total' }.difference",
                        equalTo(59));
    }

    private static void file(String agency, JsonNode content) {
        putInForce(new RealReport(agency, 2023, content));
    }

    private static void agency(String code, String district, String kind) {
        put(
                        "agencies/" + code,
                        Map.of("name", code + " 某机关", "district", district, "category", "finance", "kind", kind))
                .statusCode(201);
    }
}
