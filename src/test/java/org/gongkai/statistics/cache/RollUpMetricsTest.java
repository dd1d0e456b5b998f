package org.gongkai.statistics.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.Metrics;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The times of roll-ups are recorded by hit and miss, those of documents by format. */
@QuarkusTest
class RollUpMetricsTest extends ServiceTest {

    private static final String HITS = "gongkai_rollup_seconds_count{cache=\"hit\"}";
    private static final String MISSES = "gongkai_rollup_seconds_count{cache=\"miss\"}";

    @BeforeEach
    void register() {
        registerAll();
        putInForce(ReportFiles.of("350128-police", 2024));
    }

    @Test
    void countsRepeatedRollUpsAsHits() {
        String query = "/api/v1/statistics?figure=requests.newlyReceived&year=2024";
        Metrics before = Metrics.scrape();

        ask(query, "Bearer " + TestIssuer.oversight(), 200);
        ask(query, "Bearer " + TestIssuer.oversight(), 200);
        assertThat(counted(before)).isEqualTo(Map.of(MISSES, 1.0, HITS, 1.0));

        ask(query, null, 200);
        ask(query, null, 200);
        assertThat(counted(before)).isEqualTo(Map.of(MISSES, 1.0, HITS, 3.0));

        ask(query + "&groupBy=yeer", null, 400);
        assertThat(counted(before)).isEqualTo(Map.of(MISSES, 1.0, HITS, 3.0));
    }

    @Test
    void countsRepeatedConsolidatedReportsAsHits_andTimesEachFormat() {
        String query = "/api/v1/consolidated-reports/2024?district=350128&format=";
        Metrics before = Metrics.scrape();

        List.of("json", "html", "html", "docx", "xlsx").forEach(format -> ask(query + format, null, 200));
        RestAssured.get("/api/v1/reports/350128-police/2024?format=docx").then().statusCode(200);

        assertThat(counted(before)).isEqualTo(Map.of(MISSES, 4.0, HITS, 1.0));
        assertThat(Metrics.scrape().since(before, "gongkai_documents_seconds_count"))
                .isEqualTo(Map.of(
                        "gongkai_documents_seconds_count{format=\"html\"}", 1.0,
                        "gongkai_documents_seconds_count{format=\"docx\"}", 2.0,
                        "gongkai_documents_seconds_count{format=\"xlsx\"}", 1.0));
    }

    private static Map<String, Double> counted(Metrics before) {
        return Metrics.scrape().since(before, "gongkai_rollup_seconds_count");
    }

    private static void ask(String query, String token, int status) {
        RestAssured.replaceFiltersWith(List.of());
        var request = RestAssured.given();
        if (token != null) {
            request.header("Authorization", token);
        }
        request.get(query).then().statusCode(status);
    }
}
