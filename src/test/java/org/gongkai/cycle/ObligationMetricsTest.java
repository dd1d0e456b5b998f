package org.gongkai.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.gongkai.testing.Metrics;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;

/** Tests the counts of obligations in the metrics, which never wait for the database. */
@QuarkusTest
class ObligationMetricsTest extends ServiceTest {

    private static final String MISSING = "{state=\"missing\",year=\"2024\"}";
    private static final String LATE = "gongkai_obligations{state=\"late\",year=\"2024\"}";

    @Test
    void countsObligationsByState() throws Exception {
        registerAll();
        put("cycles/2024", "{}").statusCode(201);
        long owed = count("select count(*) from obligation where year = 2024");
        putInForce(ReportFiles.of("350128-police", 2024));

        Map<String, Double> counted = Metrics.scrapeUntil(
                        metrics -> metrics.values().containsKey(LATE))
                .values();

        assertThat(counted)
                .containsEntry(LATE, 1.0)
                .containsEntry("gongkai_obligations" + MISSING, owed - 1.0)
                .containsEntry("gongkai_obligations_overdue" + MISSING, owed - 1.0);
        assertThat(counted.get("gongkai_obligations_age_seconds")).isNotNegative();
    }
}
