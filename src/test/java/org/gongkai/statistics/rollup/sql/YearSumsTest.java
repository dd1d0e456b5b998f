package org.gongkai.statistics.rollup.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gongkai.rules.book.BalancedReports;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sums that are kept of years give the same answers as a new computation, whatever changes. */
@QuarkusTest
class YearSumsTest extends ServiceTest {

    private static final List<String> AGENCIES =
            List.of("350128-finance", "350128-police", "350128-tourism", "430212-finance");

    private static final List<String> QUERIES = List.of(
            "figure=requests.newlyReceived&groupBy=year",
            "figure=rates.disclosure,rates.onTime&groupBy=category,year&year=2019..2024",
            "groupBy=figure,year,district&district=350128",
            "figure=proactiveDisclosure.administrativeFees&groupBy=year,agency&year=2021..2024");

    /** Selects all rows in the database, which keeps nothing. */
    private static final String NEW = "&limit=90000";

    @Tag("thorough")
    @Test
    void answersLikeANewComputation_afterRandomChanges() {
        registerAll();
        Random random = new Random(7);
        BalancedReports reports = new BalancedReports(7);
        put("cycles/2023", Map.of()).statusCode(201);
        for (int step = 0; step < 40; step++) {
            change(random, reports);
            String query = "statistics?" + QUERIES.get(random.nextInt(QUERIES.size()));

            Map<String, ?> answer = get(query).statusCode(200).extract().path("");
            Map<String, ?> expected = get(query + NEW).statusCode(200).extract().path("");
            assertThat(answer).as("step %s: %s", step, query).isEqualTo(expected);
        }
    }

    private static void change(Random random, BalancedReports reports) {
        String agency = AGENCIES.get(random.nextInt(AGENCIES.size()));
        int year = 2021 + random.nextInt(4);
        switch (random.nextInt(8)) {
            case 0 ->
                put("categories/finance", Map.of("name", "财政" + random.nextInt(3)))
                        .statusCode(200);
            case 1 -> put("cycles/" + (2021 + random.nextInt(4)), Map.of());
            default -> {
                ObjectNode content = reports.next();
                putInForce(new RealReport(agency, year, content));
            }
        }
    }
}
