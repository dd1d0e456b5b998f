package org.gongkai.filing.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.filing.sandbox.SandboxTest.explainAll;
import static org.gongkai.filing.sandbox.SandboxTest.item;
import static org.gongkai.filing.sandbox.SandboxTest.statuses;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.filing.Drafts;
import org.gongkai.filing.certification.TestCase;
import org.gongkai.form.statutory.Forms;
import org.gongkai.rules.Rule;
import org.gongkai.rules.Severity;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A vendor goes through the certification run, case by case, as docs/certification.md describes it. */
@QuarkusTest
class CertificationTest extends ServiceTest {

    private static final String AGENCY = "350128-police";
    private static final String REPORT = "reports/350128-police/2024";
    private static final String EARLIER = "reports/350128-police/2023";
    private static final String LICENCES = "/proactiveDisclosure/licensingDecisions";

    private final Sandbox vendor = Sandbox.of("软件公司", AGENCY);

    @BeforeEach
    void register() {
        registerAll();
    }

    private static Drafts draft() {
        return Drafts.of(AGENCY, 2024);
    }

    /** Each step shows its case, and it alone may show others that an earlier step has shown. */
    @Test
    void isCompleteAfterEveryStep() {
        Map<TestCase, Runnable> steps = steps();
        assertThat(steps.keySet()).containsExactly(TestCase.values());
        List<String> shown = new ArrayList<>();

        for (Map.Entry<TestCase, Runnable> step : steps.entrySet()) {
            assertThat(done())
                    .as("before %s", step.getKey())
                    .doesNotContain(step.getKey().name());
            step.getValue().run();
            shown.add(step.getKey().name());
            assertThat(done()).as("after %s", step.getKey()).containsExactlyElementsOf(shown);
        }

        certification().body("complete", equalTo(true)).body("done", equalTo(steps.size()));
        vendor.delete("sandbox/submissions").body("cases", equalTo(steps.size()));
        certification().body("complete", equalTo(false)).body("done", equalTo(0));
    }

    private Map<TestCase, Runnable> steps() {
        String report = draft().json();
        String waits = draft().with("/overview", "无").json();
        String changed = draft().with(LICENCES, 17).json();
        String zeros = zeros();
        Map<TestCase, Runnable> steps = new LinkedHashMap<>();
        steps.put(TestCase.VALIDATED, () -> vendor.post("validations", item(AGENCY, 2024, report))
                .statusCode(200));
        steps.put(TestCase.ACCEPTED, () -> vendor.put(REPORT, report).statusCode(201));
        steps.put(TestCase.SHAPE_REFUSED, () -> vendor.put(REPORT, "{}").statusCode(422));
        steps.put(TestCase.BALANCE_REFUSED, () -> refuse("balance-broken"));
        steps.put(TestCase.OUTCOMES_REFUSED, () -> refuse("outcomes-broken"));
        steps.put(TestCase.ROW_TOTAL_REFUSED, () -> refuse("row-total-broken"));
        steps.put(TestCase.DISPUTES_REFUSED, () -> refuse("dispute-total-broken"));
        steps.put(
                TestCase.WARNED,
                () -> vendor.put(EARLIER, waits).statusCode(201).body("status", equalTo("SUBMITTED")));
        steps.put(TestCase.EXPLAINED, () -> explainAll(vendor, EARLIER).body("status", equalTo("ACCEPTED")));
        steps.put(TestCase.UNCHANGED, () -> vendor.put(REPORT, report).statusCode(200));
        steps.put(TestCase.REASON_MISSING, () -> vendor.put(REPORT, changed).statusCode(422));
        steps.put(TestCase.CORRECTED, () -> vendor.correct(REPORT, changed).statusCode(201));
        steps.put(TestCase.LOST_UPDATE, () -> vendor.request()
                .header("If-Match", "\"1-0123456789abcdef\"")
                .body(report)
                .put("/api/v1/" + REPORT)
                .then()
                .statusCode(412));
        steps.put(TestCase.WRONG_YEAR, () -> vendor.put("reports/350128-police/2999", report)
                .statusCode(422));
        steps.put(TestCase.WITHDRAWN, () -> {
            vendor.put("reports/350128-police/2022", waits).statusCode(201);
            vendor.delete("reports/350128-police/2022/revisions/1").statusCode(200);
        });
        steps.put(TestCase.NIL_RETURNED, () -> vendor.put("reports/350128-police/2021?nil=true", zeros)
                .statusCode(201));
        steps.put(TestCase.NIL_REFUSED, () -> vendor.put("reports/350128-police/2021?nil=true", report)
                .statusCode(422));
        steps.put(TestCase.BATCH_PARTIAL, () -> assertThat(
                        statuses(vendor, "partial", item(AGENCY, 2024, changed), item(AGENCY, 2023, "{}")))
                .containsExactly(200, 422));
        steps.put(TestCase.BATCH_ATOMIC, () -> assertThat(statuses(vendor, "atomic", item(AGENCY, 2024, changed)))
                .containsExactly(200));
        steps.put(TestCase.BATCH_ABORTED, () -> assertThat(
                        statuses(vendor, "atomic", item(AGENCY, 2024, changed), item(AGENCY, 2023, "{}")))
                .containsExactly(424, 422));
        steps.put(TestCase.REPEATED, this::repeat);
        return steps;
    }

    private void repeat() {
        for (String replayed : new String[] {null, "true"}) {
            vendor.request()
                    .header("Idempotency-Key", "\"run-1\"")
                    .body(draft().with(LICENCES, 17).json())
                    .put("/api/v1/" + REPORT)
                    .then()
                    .statusCode(200)
                    .header("Idempotent-Replayed", equalTo(replayed));
        }
    }

    private void refuse(String file) {
        Drafts broken = draft();
        ReportFiles.read("/reports/invalid/" + file + ".json")
                .get("set")
                .properties()
                .forEach(change -> broken.with(change.getKey(), change.getValue()));
        vendor.put(REPORT, broken.json()).statusCode(422);
    }

    private static String zeros() {
        return draft().json().replaceAll(":[0-9.]+", ":0");
    }

    private ValidatableResponse certification() {
        return get("sandbox/certification?holder=" + vendor.holder()).statusCode(200);
    }

    private List<String> done() {
        return certification().extract().path("cases.findAll { it.done }.code");
    }

    @Test
    void showsTheOwnRunOnly() {
        vendor.put(REPORT, draft().json()).statusCode(201);

        vendor.get("sandbox/certification")
                .statusCode(200)
                .body("holder", equalTo("软件公司"))
                .body("cases.find { it.code == 'ACCEPTED' }.agency", equalTo(AGENCY))
                .body("cases.find { it.code == 'ACCEPTED' }.year", equalTo(2024))
                .body("cases.find { it.code == 'ACCEPTED' }.times", equalTo(1));
        vendor.get("sandbox/certification?holder=另一公司").statusCode(403);
        Sandbox.of("另一公司", AGENCY).get("sandbox/certification").body("done", equalTo(0));
        get("sandbox/certification").statusCode(400).body("parameters[0].name", equalTo("holder"));
    }

    /** A rule that is added later needs a case as well. */
    @Test
    void hasACaseOfEveryError() {
        assertThat(RuleBook.of(Forms.OF_2021).rules().stream()
                        .filter(rule -> rule.severity() == Severity.ERROR)
                        .map(Rule::id))
                .allMatch(rule -> TestCase.ofRule(rule).isPresent());
    }
}
