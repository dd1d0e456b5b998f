package org.gongkai.filing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.filing.Drafts;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A correction of a report in force states its reason, and a submission may state who is responsible. */
@QuarkusTest
class ChangeReasonTest extends ServiceTest {

    private static final String REPORT = "reports/350128-police/2024";
    private static final ReportFiles.RealReport POLICE = ReportFiles.of("350128-police", 2024);

    @BeforeEach
    void putTheReportInForce() {
        registerAll();
        submit(POLICE).body("status", equalTo("ACCEPTED")).body("$", not(hasKey("changeReason")));
    }

    @Test
    void refusesACorrectionWithoutAReason_andStoresNothing() throws SQLException {
        put(REPORT, licensing(53))
                .statusCode(422)
                .body("type", equalTo("/problems/report-rejected"))
                .body("findings.pointer", contains("/changeReason"))
                .body("findings[0].message", containsString("第 1 版已经生效"));

        assertThat(count("select count(*) from revision")).isOne();
    }

    @Test
    void acceptsTheSameContentWithoutAReason() {
        submit(POLICE).statusCode(200).body("revision", equalTo(1));
        correct(REPORT, POLICE.content().toString()).statusCode(200).body("$", not(hasKey("changeReason")));
    }

    @Test
    void publishesTheReasonWithTheRevision_andKeepsTheResponsiblePersonFromThePublic() {
        put(REPORT, licensing(53), CHANGE_REASON, "李明")
                .statusCode(201)
                .body("revision", equalTo(2))
                .body("status", equalTo("ACCEPTED"))
                .body("changeReason", equalTo(CHANGE_REASON))
                .body("approvedBy", equalTo("李明"));

        for (String path : List.of("/revisions/2", "/revisions/2/receipt")) {
            get(REPORT + path).body("approvedBy", equalTo("李明")).body("changeReason", equalTo(CHANGE_REASON));
            asPublic(REPORT + path).body("changeReason", equalTo(CHANGE_REASON)).body("$", not(hasKey("approvedBy")));
        }
        asPublic(REPORT + "/revisions")
                .body("items.changeReason", contains(CHANGE_REASON, null))
                .body("items.approvedBy", contains(nullValue(), nullValue()));
        asPublic("changes")
                .body("items.type", contains("ACCEPTED", "CORRECTED"))
                .body("items.changeReason", contains(null, CHANGE_REASON));
        get("events?limit=1000")
                .body(
                        "items.findAll { it.type == 'REPORT_SUBMITTED' }.after.changeReason",
                        contains(null, CHANGE_REASON))
                .body("items.findAll { it.type == 'REPORT_SUBMITTED' }.after.approvedBy", contains(null, "李明"));
    }

    @Test
    void namesNoReasonWhereARevisionGoesOutOfForceOrComesBack() {
        correct(REPORT, licensing(53)).statusCode(201);
        post(
                        REPORT + "/decisions",
                        Map.of("revision", 2, "decision", "WITHDRAW", "comment", "报错年度", "reinstatePrevious", true))
                .statusCode(200);

        asPublic("changes")
                .body("items.type", contains("ACCEPTED", "CORRECTED", "WITHDRAWN", "REINSTATED"))
                .body("items.changeReason", contains(null, CHANGE_REASON, null, null));
    }

    @Test
    void asksForAReasonOnlyWhileARevisionIsInForce() {
        post(REPORT + "/decisions", Map.of("revision", 1, "decision", "WITHDRAW", "comment", "报错年度"))
                .statusCode(200);

        put(REPORT, licensing(53)).statusCode(201).body("status", equalTo("ACCEPTED"));
        put(REPORT, licensing(54)).statusCode(422).body("findings[0].message", containsString("第 2 版"));
    }

    /** Each revision has its own reason: that of a correction which was returned does not count for the next. */
    @Test
    void asksAgainAfterACorrectionWasReturned_unlessTheContentIsThatInForce() {
        String waiting = Drafts.of("350128-police", 2024)
                .with("/proactiveDisclosure/rules/issued", 1)
                .json();
        correct(REPORT, waiting).body("status", equalTo("SUBMITTED"));
        decide(POLICE, 2, "RETURN").statusCode(200);

        put(REPORT, waiting).statusCode(422).body("findings.pointer", contains("/changeReason"));
        submit(POLICE).statusCode(201).body("revision", equalTo(3)).body("status", equalTo("ACCEPTED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"。", "更正", "更正更正更正！", "2024 年 8 件", "误填\u0007表三第二行"})
    void refusesAReasonThatSaysTooLittle(String reason) {
        put(REPORT, licensing(53), reason, null)
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-entry"))
                .body("findings.pointer", contains("/changeReason"));
    }

    static Stream<String> names() {
        return Stream.of("\u200B", "李".repeat(51), "李\n明", "李\u200B明");
    }

    @ParameterizedTest
    @MethodSource("names")
    void refusesANameThatCannotBePrinted(String name) {
        put(REPORT, licensing(53), "长".repeat(501), name)
                .statusCode(422)
                .body("findings.pointer", contains("/changeReason", "/approvedBy"));
        put(REPORT, POLICE.content().toString(), null, name)
                .statusCode(422)
                .body("findings.pointer", contains("/approvedBy"));
    }

    @Test
    void reportsAnUnknownAgencyFirst() {
        put("reports/nobody/2024", licensing(53), "。", null)
                .statusCode(404)
                .body("type", equalTo("/problems/unknown-agency"));
    }

    @Test
    void refusesEmptyParameters() {
        put(REPORT, licensing(53), " ", null).statusCode(400).body("parameters.name", contains("changeReason"));
        put(REPORT, licensing(53), CHANGE_REASON, "").statusCode(400).body("parameters.name", contains("approvedBy"));
    }

    @Test
    void takesBothAsMembersOfABatch() {
        assertThat(batch(item(licensing(53)))).contains("\"status\":422", "\"/changeReason\"");
        assertThat(batch(item(licensing(53)).put("changeReason", "。").put("approvedBy", 5)))
                .contains("\"status\":422", "\"/changeReason\"", "\"/approvedBy\"");
        assertThat(batch(item(licensing(53)).put("changeReason", "").put("approvedBy", " ")))
                .contains("\"status\":422", "\"/changeReason\"", "\"/approvedBy\"");
        assertThat(batch(item(licensing(53)).put("changeReason", CHANGE_REASON).put("approvedBy", "李明")))
                .contains("\"status\":201", CHANGE_REASON, "李明");
    }

    private static String batch(ObjectNode item) {
        return RestAssured.given()
                .header("Content-Type", "application/x-ndjson")
                .body(item.toString().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/reports")
                .asString();
    }

    @Test
    void saysInATrialWhetherASubmissionNeedsAReason() {
        post("validations", item(licensing(53)).toString())
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("corrects", equalTo(1));
        post("validations", item(POLICE.content().toString()).toString()).body("$", not(hasKey("corrects")));
        post("validations", item(licensing(53)).put("changeReason", "。").toString())
                .statusCode(422)
                .body("findings.pointer", contains("/changeReason"));
    }

    /** The service's own role cannot change what was published. */
    @Test
    void cannotBeChangedAfterwards() {
        correct(REPORT, licensing(53)).statusCode(201);

        for (String column : List.of("change_reason", "approved_by")) {
            assertThatThrownBy(() -> execute("update revision set " + column + " = '另一原因'"))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static String licensing(int decisions) {
        return Drafts.of("350128-police", 2024)
                .with("/proactiveDisclosure/licensingDecisions", decisions)
                .json();
    }

    private static ObjectNode item(String report) {
        try {
            ObjectNode item = ReportFiles.JSON
                    .createObjectNode()
                    .put("agency", "350128-police")
                    .put("year", 2024);
            item.set("report", ReportFiles.JSON.readTree(report));
            return item;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ValidatableResponse put(String path, String report, String reason, String name) {
        RequestSpecification request =
                RestAssured.given().contentType(ContentType.JSON).body(report);
        if (reason != null) {
            request.queryParam("changeReason", reason);
        }
        if (name != null) {
            request.queryParam("approvedBy", name);
        }
        return request.put("/api/v1/" + path).then();
    }

    private static ValidatableResponse asPublic(String path) {
        return RestAssured.given().noFilters().get("/api/v1/" + path).then().statusCode(200);
    }
}
