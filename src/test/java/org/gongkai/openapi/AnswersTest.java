package org.gongkai.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.testing.DeclaredContract;
import org.gongkai.testing.DeclaredOperation;
import org.gongkai.testing.HttpAnswer;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The answers of all reading operations keep the limits of the contract, so that clients that check answers accept them.
 * Each operation is called with the examples of its parameters, one after the other.
 */
@QuarkusTest
class AnswersTest extends ServiceTest {

    /** The parameters without which a query is refused, or another parameter has no meaning. */
    private static final Map<String, Map<String, String>> CONTEXT = Map.of(
            "getStatistics", Map.of("figure", "requests.newlyReceived", "groupBy", "district"),
            "getChanges", Map.of("since", "1"),
            "getCertification", Map.of("holder", "县信息中心"));

    /** Parameters of other formats, which have no schema. */
    private static final List<String> ONLY_IN_CSV = List.of("bom", "labels");

    /** Parameters whose examples are about the past: the data of this test are younger. */
    private static final Map<String, String> PAST =
            Map.of("listEvents", "after", "listPublicChanges", "after", "getReport", "asOf");

    private DeclaredContract contract;

    @BeforeEach
    void fillTheService() throws Exception {
        registerAll();
        put("cycles/2023", "{}").statusCode(201);
        put("cycles/2023/obligations/350128-gov", Map.of("exempt", true, "reason", "机构改革"))
                .statusCode(200);
        renameAnAgency();
        ReportFiles.balanced().forEach(ServiceTest::putInForce);
        reviewAReport();
        subscribe();
        revalidate();
        contract =
                DeclaredContract.read(RestAssured.get("/q/openapi?format=json").asString());
    }

    /** Leaves the webhook of the examples, disabled after a failure. */
    private void subscribe() throws SQLException {
        execute("""
                insert into webhook (id, url, office, secret, created_at, created_by, after_transaction, after_event,
                                     attempts, failing_since, disabled_at)
                overriding system value
                values (1, 'https://receiver.example/gongkai', true, 'whsec_AAAA', now(), 'oversight', 0, 0, 1, now(), now());
                insert into webhook_delivery (webhook, message_id, type, cursor, attempt, at, millis, status, failure)
                values (1, 'event-42', 'REPORT_ACCEPTED', '7281-42', 1, now(), 12, 500, 'STATUS')""");
    }

    /** Leaves the run of the examples, which has changed a finding. */
    private void revalidate() throws SQLException {
        execute("""
                insert into revalidation (id, state, rule_book, total, checked, after_agency, started_at, started_by, finished_at, failures)
                overriding system value
                values (1, 'DONE', '2026.1', 1, 1, '430212-finance', now(), 'oversight', now(), 0);
                insert into revalidation_change (revalidation, agency, year, revision, kind, rule, severity, pointer, fault, at)
                select 1, agency, year, revision, 'ADDED', rule, severity, pointer, fault, now() from finding limit 1""");
    }

    private static void renameAnAgency() {
        ObjectNode agency =
                (ObjectNode) get("agencies/430212-finance").extract().as(JsonNode.class);
        put(
                        "agencies/430212-finance",
                        agency.put("name", "株洲市渌口区财政金融局")
                                .put("nameSince", "2024-01-01")
                                .toString())
                .statusCode(200);
    }

    /** Leaves a revision that was explained, one that was returned, and a request to withdraw one. */
    private static void reviewAReport() {
        String report = "reports/430212-finance/2023";
        ObjectNode content = ReportFiles.of("350128-police", 2024).content().deepCopy();
        ((ObjectNode) content.at("/proactiveDisclosure/normativeDocuments")).put("inForce", 10);
        put("reports/430212-finance/2022", content.toString()).statusCode(201);
        post("reports/430212-finance/2022/decisions", Map.of("revision", 1, "decision", "ACCEPT"));
        correct(report, ReportFiles.of("350128-police", 2024).content().toString());
        int newest = get(report + "/revisions/latest").extract().path("revision");
        post(
                        report + "/explanations",
                        List.of(Map.of(
                                "rule", "IN-FORCE",
                                "pointer", "/proactiveDisclosure/normativeDocuments/inForce",
                                "reason", "清理后 5 件自然失效")))
                .statusCode(200);
        post(report + "/decisions", Map.of("revision", newest, "decision", "RETURN", "comment", "请核对"));
        post(report + "/revisions/1/withdrawal-request", Map.of("reason", "填报有误"));
    }

    @Test
    void eachAnswerMatchesItsSchema() {
        List<String> faults = new ArrayList<>();
        contract.operations().stream()
                .filter(operation -> operation.method().equals("get"))
                .forEach(operation -> faults.addAll(faults(operation)));
        assertThat(faults).isEmpty();
    }

    private static List<String> faults(DeclaredOperation operation) {
        List<String> faults = new ArrayList<>();
        Map<String, String> context = CONTEXT.getOrDefault(operation.id(), Map.of());
        faults.addAll(faults(operation, context));
        operation.parameters().stream()
                .filter(parameter -> parameter.get("in").asText().equals("query"))
                .filter(parameter -> !ONLY_IN_CSV.contains(parameter.get("name").asText()))
                .filter(parameter -> !parameter.get("name").asText().equals(PAST.get(operation.id())))
                .forEach(parameter -> faults.addAll(faults(operation, with(context, operation, parameter))));
        return faults;
    }

    private static Map<String, String> with(
            Map<String, String> context, DeclaredOperation operation, JsonNode parameter) {
        Map<String, String> query = new TreeMap<>(context);
        JsonNode example = operation.example(parameter);
        query.put(parameter.get("name").asText(), (example.isArray() ? example.get(0) : example).asText());
        return query;
    }

    private static List<String> faults(DeclaredOperation operation, Map<String, String> query) {
        RequestSpecification request = RestAssured.given().header("Accept", "application/json");
        query.forEach(request::queryParam);
        Response response = request.get(operation.exampleAddress());
        List<String> faults = new ArrayList<>(operation.faults(
                new HttpAnswer(response.statusCode(), response.contentType(), response.asByteArray())));
        if (response.statusCode() != 200) {
            faults.add("answers " + response.asString());
        }
        return faults.stream()
                .map(fault -> operation + " " + query + ": " + fault)
                .toList();
    }
}
