package org.gongkai.filing.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.gongkai.filing.Drafts;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Explanations that were stored under the length and the 32-bit hash of a text still hold. */
@QuarkusTest
class FormerComparisonKeyTest extends ServiceTest {

    private static final String AGENCY = "350128-police";
    private static final String REPORT = "reports/" + AGENCY + "/2024";
    private static final String MISSING = "findings.find { it.rule == 'TEXT-MISSING' }";

    /** The former key of the text "无". */
    private static final String FORMER_KEY = "1:65e0";

    @BeforeEach
    void storeAnExplanationUnderTheFormerKey() throws SQLException {
        registerAll();
        put(REPORT, report(52).json())
                .statusCode(201)
                .body("status", equalTo("SUBMITTED"))
                .body(MISSING + ".state", equalTo("OPEN"));
        explain().statusCode(200).body("status", equalTo("ACCEPTED"));
        execute("""
                set session_replication_role = replica;
                update explanation set compared = '%1$s';
                update finding set compared = '%1$s', fault = jsonb_set(fault, '{compared}', '"%1$s"')
                where rule = 'TEXT-MISSING';
                reset session_replication_role""".formatted(FORMER_KEY));
    }

    @Test
    void holdsForTheStoredRevision() {
        get(REPORT + "/revisions/1/receipt").body(MISSING + ".state", equalTo("EXPLAINED"));
        put(REPORT, report(52).json()).statusCode(200).body(MISSING + ".state", equalTo("EXPLAINED"));
        openWarnings().body("openWarnings.rule", empty());
    }

    @Test
    void holdsForANewRevisionWithTheSameText() throws SQLException {
        correct(REPORT, report(53).json())
                .statusCode(201)
                .body("status", equalTo("ACCEPTED"))
                .body(MISSING + ".state", equalTo("EXPLAINED"))
                .body(MISSING + ".explanation.reason", equalTo("本年没有情况"));

        get(REPORT + "/revisions/2/receipt").body(MISSING + ".state", equalTo("EXPLAINED"));
        openWarnings().body("openWarnings.rule", empty());
        correct(REPORT, report(54).json()).statusCode(201).body("status", equalTo("ACCEPTED"));
        assertThat(count("select count(*) from explanation where compared ~ '^[0-9a-f]{64}$'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from explanation")).isEqualTo(2);
    }

    @Test
    void doesNotHoldForAnotherText() {
        correct(REPORT, report(52).with("/overview", "略").json())
                .statusCode(201)
                .body("status", equalTo("SUBMITTED"))
                .body(MISSING + ".state", equalTo("OPEN"));
    }

    @Test
    void holdsWhenTheReportIsCheckedAgain_andTheFindingIsNotReportedAsChanged() {
        put(
                        "reports/" + AGENCY + "/2023",
                        Drafts.of(AGENCY, 2022).withOneCarriedForward().json())
                .statusCode(201);

        get(REPORT + "/revisions/1/receipt").body(MISSING + ".state", equalTo("EXPLAINED"));
        get("events?limit=1000")
                .body("items.findAll { it.type == 'FINDINGS_CHANGED' }.year.unique()", contains(2024))
                .body(
                        "items.findAll { it.type == 'FINDINGS_CHANGED' }.detail.appeared.rule.flatten()",
                        not(hasItem("TEXT-MISSING")))
                .body(
                        "items.findAll { it.type == 'FINDINGS_CHANGED' }.detail.disappeared.rule.flatten()",
                        not(hasItem("TEXT-MISSING")));
        openWarnings().body("openWarnings.rule", not(hasItem("TEXT-MISSING")));
    }

    private static Drafts report(int licensingDecisions) {
        return Drafts.of(AGENCY, 2024)
                .with("/overview", "无")
                .with("/proactiveDisclosure/licensingDecisions", licensingDecisions);
    }

    private static ValidatableResponse explain() {
        return post(
                REPORT + "/explanations",
                List.of(Map.of("rule", "TEXT-MISSING", "pointer", "/overview", "reason", "本年没有情况")));
    }

    private static ValidatableResponse openWarnings() {
        return get("consolidated-reports/2024?district=350128");
    }
}
