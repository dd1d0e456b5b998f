package org.gongkai.filing.store;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.gongkai.filing.Drafts;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A first report is compared with the reports of its category. */
@QuarkusTest
class UsualFiguresTest extends ServiceTest {

    private static final String UNUSUAL = "findings.findAll { it.rule == 'FIGURE-UNUSUAL' }";

    @BeforeEach
    void register() {
        registerAll();
        for (int number = 1; number <= 6; number++) {
            put(
                            "agencies/fin-" + number,
                            Map.of(
                                    "name", "财政局" + number,
                                    "district", "350128",
                                    "category", "finance",
                                    "kind", "DEPARTMENT"))
                    .statusCode(201);
        }
    }

    @Test
    void warnsAboutAFigureFarBeyondThoseOfTheCategory() {
        report(5, 2022);
        put("cycles/2023", "{}").statusCode(201);

        submit("fin-6", 2023, 6000).body("status", equalTo("ACCEPTED")).body(UNUSUAL, empty());
        submit("fin-6", 2023, 6001)
                .body("status", equalTo("SUBMITTED"))
                .body(UNUSUAL + ".pointer", contains("/proactiveDisclosure/licensingDecisions"))
                .body(UNUSUAL + ".right", contains(6000));
        submit("fin-1", 2023, 6001).body(UNUSUAL, empty());
    }

    @Test
    void keepsTheLimitsOfTheTimeAtWhichTheYearWasOpened() {
        report(5, 2022);
        put("cycles/2023", "{}").statusCode(201);
        submit("fin-1", 2022, 5000).body("revision", equalTo(2));

        submit("fin-6", 2023, 6001).body(UNUSUAL + ".right", contains(6000));
        delete("cycles/2023").statusCode(409);
    }

    @Test
    void usesOneLimitForAll_withoutEnoughReportsOfTheCategory() {
        report(4, 2022);
        put("cycles/2023", "{}").statusCode(201);

        submit("fin-6", 2023, 100_000_000).body(UNUSUAL, empty());
        submit("fin-6", 2023, 9_007_199_254_740_992L)
                .body("status", equalTo("SUBMITTED"))
                .body(UNUSUAL + ".right", contains(100_000_000));
    }

    private static void report(int agencies, int year) {
        for (int number = 1; number <= agencies; number++) {
            submit("fin-" + number, year, 10 * number).body("status", equalTo("ACCEPTED"));
        }
    }

    private static ValidatableResponse submit(String agency, int year, long licensingDecisions) {
        String report = Drafts.of("430212-finance", 2023)
                .with("/proactiveDisclosure/licensingDecisions", licensingDecisions)
                .with("/otherMatters", agency + "：本年度未收取信息处理费。")
                .json();
        return correct("reports/" + agency + "/" + year, report).statusCode(201);
    }
}
