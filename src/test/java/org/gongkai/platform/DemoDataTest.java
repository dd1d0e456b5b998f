package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demonstration set: Pingtan is complete and on time for 2023, and the other years have gaps of every kind. */
@QuarkusTest
class DemoDataTest extends ServiceTest {

    private static final Path REPORTS = Path.of("src/main/resources/demo/reports");

    @Inject
    DemoData data;

    @BeforeEach
    void load() throws IOException {
        data.load();
    }

    @Test
    void everyReportReachesItsState() throws IOException {
        for (DemoReport report : data.entries()) {
            get("reports/{agency}/{year}/revisions/1/receipt", report.agency(), report.year())
                    .statusCode(200)
                    .body("status", equalTo(statusAfter(report.outcome())));
        }
    }

    @Test
    void usesEveryFile() throws IOException {
        List<String> listed = data.entries().stream()
                .map(report -> report.agency() + "-" + report.year() + ".json")
                .toList();
        try (Stream<Path> files = Files.list(REPORTS)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(listed);
        }
    }

    @Test
    void oneDistrictIsCompleteAndOnTimeForOneYear() {
        get("cycles/2023/completeness?district=350128")
                .body("rows[0].expected", equalTo(14))
                .body("rows[0].onTime", equalTo(14))
                .body("rows[0].inForce", equalTo(14));
    }

    /** Two figures differ from the year before in the published reports themselves. They are explained. */
    @Test
    void itsReportsHaveTextsAndNoOpenWarning() throws IOException {
        for (DemoReport report : data.entries()) {
            if (report.year() == 2023 && report.agency().startsWith("350128")) {
                List<Map<String, String>> findings = get("reports/{agency}/2023/revisions/1/receipt", report.agency())
                        .extract()
                        .path("findings");
                assertThat(findings)
                        .as(report.agency())
                        .hasSize(report.explanations().size())
                        .allSatisfy(finding -> assertThat(finding)
                                .containsEntry("rule", "IN-FORCE")
                                .containsEntry("state", "EXPLAINED"));
            }
        }
    }

    @Test
    void itsDepartmentsAddUpToTheReportOfItsGovernment() {
        get("consolidated-reports/2023?district=350128")
                .body("coverage.reports", equalTo(13))
                .body("coverage.expected", equalTo(13))
                .body("comparison[0].agency.code", equalTo("350128-gov"))
                .body("comparison[0].cells.pointer", equalTo(List.of()))
                .body("comparison[0].findings", equalTo(List.of()));
    }

    @Test
    void anotherYearHasGapsOfEveryKind() {
        JsonPath obligations = get("cycles/2024/obligations?size=50").extract().jsonPath();
        assertThat(obligations.getList("items.state", String.class)).contains("ON_TIME", "RETURNED", "MISSING");
        get("cycles/2023/obligations?state=LATE").body("total", equalTo(1));
        get("reports?year=2024&status=SUBMITTED").body("items.agency", equalTo(List.of("350128-finance")));
    }

    private static String statusAfter(DemoReport.Outcome outcome) {
        return switch (outcome) {
            case IN_FORCE -> "ACCEPTED";
            case WAITING -> "SUBMITTED";
            case RETURNED -> "RETURNED";
        };
    }
}
