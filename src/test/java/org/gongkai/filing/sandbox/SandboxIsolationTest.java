package org.gongkai.filing.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.filing.Drafts;
import org.gongkai.testing.DeclaredContract;
import org.gongkai.testing.DeclaredOperation;
import org.gongkai.testing.RawHttp;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.Seeds;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests leave no trace outside the sandbox: in no answer to others, and in no table. */
@Tag("thorough")
@QuarkusTest
class SandboxIsolationTest extends ServiceTest {

    private static final String AGENCY = "350128-police";
    private static final String LICENCES = "/proactiveDisclosure/licensingDecisions";
    private static final int REQUESTS = 80;

    /** Answers that a token gets about itself have the time of the token: the same ones ask before and after. */
    private final Map<String, String> readers =
            Map.of("office", TestIssuer.oversight(), "agency", TestIssuer.submitter(AGENCY), "anyone", "");

    private final Sandbox vendor = Sandbox.of("软件公司", AGENCY, "350128-market");

    /**
     * The tables of the sandbox, and the keys of repeated requests: those of a test token are hashes that no other token
     * can have, and expire after a day.
     */
    private static final String OTHER_TABLES = """
            select relname from pg_class
            where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
              and relname not like 'sandbox%' and relname <> 'idempotency_key'
            order by relname""";

    @ParameterizedTest
    @MethodSource(Seeds.OF_HISTORIES)
    void leavesEverythingElseAsItIs(long seed) throws Exception {
        registerAll();
        put("cycles/2023", "{}").statusCode(201);
        putInForce(ReportFiles.of(AGENCY, 2024));
        putInForce(ReportFiles.of("350128-finance", 2023));
        submit(ReportFiles.of("430212-finance", 2023));
        List<DeclaredOperation> reads =
                DeclaredContract.read(RestAssured.get("/q/openapi?format=json").asString()).operations().stream()
                        .filter(operation -> operation.method().equals("get"))
                        .filter(operation -> !operation.path().startsWith("/api/v1/sandbox"))
                        .toList();
        Map<String, String> answers = answers(reads);
        Map<String, String> tables = tables();

        List<Integer> statuses = new Random(seed)
                .ints(REQUESTS)
                .mapToObj(Random::new)
                .map(this::test)
                .toList();

        assertThat(Set.copyOf(statuses)).as("accepted and refused tests").contains(200, 201, 422);
        assertThat(answers(reads)).isEqualTo(answers);
        assertThat(tables()).isEqualTo(tables);
        assertThat(count("select count(*) from sandbox_evidence")).isPositive();
    }

    /** Sends any request that the sandbox takes. Returns the status. */
    private int test(Random random) {
        int year = 2019 + random.nextInt(7);
        String agency = random.nextBoolean() ? AGENCY : "350128-market";
        String path = "reports/" + agency + "/" + year;
        String report = report(random, year);
        return switch (random.nextInt(9)) {
            case 0 -> status(vendor.post("validations", SandboxTest.item(agency, year, report)));
            case 1 ->
                status(vendor.post(
                        path + "/explanations",
                        List.of(Map.of("rule", "TEXT-MISSING", "pointer", "/overview", "reason", "本年无相关情况"))));
            case 2 -> status(vendor.delete(path + "/revisions/" + (1 + random.nextInt(3))));
            case 3 ->
                SandboxTest.statuses(
                                vendor,
                                random.nextBoolean() ? "partial" : "atomic",
                                SandboxTest.item(AGENCY, year, report),
                                SandboxTest.item("350128-market", year, random.nextBoolean() ? "{}" : report))
                        .get(0);
            case 4 -> status(vendor.put(path + "?nil=true", report));
            case 5 ->
                random.nextInt(4) == 0
                        ? status(vendor.delete("sandbox/submissions?agency=" + agency))
                        : status(vendor.get(path + "/revisions/latest"));
            case 6 ->
                vendor.request()
                        .header("Idempotency-Key", "\"key-" + random.nextInt(5) + "\"")
                        .body(report)
                        .put("/api/v1/" + path)
                        .statusCode();
            case 7 ->
                vendor.request()
                        .header("If-Match", "\"1-0123456789abcdef\"")
                        .body(report)
                        .put("/api/v1/" + path)
                        .statusCode();
            default -> status(vendor.correct(path, report));
        };
    }

    private static int status(io.restassured.response.ValidatableResponse answer) {
        return answer.extract().statusCode();
    }

    private static String report(Random random, int year) {
        Drafts draft = Drafts.of(AGENCY, 2024);
        return switch (random.nextInt(6)) {
            case 0 -> "{}";
            case 1 -> draft.with("/overview", "无").json();
            case 2 -> draft.with("/requests/newlyReceived/total", 99).json();
            default -> draft.with(LICENCES, random.nextInt(3)).json();
        };
    }

    private Map<String, String> answers(List<DeclaredOperation> reads) throws Exception {
        Map<String, String> answers = new TreeMap<>();
        for (Map.Entry<String, String> reader : readers.entrySet()) {
            for (DeclaredOperation operation : reads) {
                String address = operation
                                .path()
                                .replace("{agency}", AGENCY)
                                .replace("{code}", AGENCY)
                                .replace("{id}", "1")
                                .replace("{year}", operation.path().contains("cycles") ? "2023" : "2024")
                                .replace("{revision}", "1")
                        + (operation.id().equals("getStatistics") ? "?figure=requests.newlyReceived" : "");
                RawHttp.Answer answer = reader.getValue().isEmpty()
                        ? RawHttp.send("GET " + address)
                        : RawHttp.send("GET " + address, "Authorization: Bearer " + reader.getValue());
                assertThat(answer.status()).as(address).isLessThan(500);
                answers.put(
                        reader.getKey() + " " + address,
                        answer.status() + " " + answer.header("ETag") + " "
                                + answer.text().replaceAll("\"requestId\":\"[^\"]*\"", ""));
            }
        }
        return answers;
    }

    private Map<String, String> tables() throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            List<String> names = new java.util.ArrayList<>();
            try (ResultSet rows = statement.executeQuery(OTHER_TABLES)) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            for (String name : names) {
                try (ResultSet row = statement.executeQuery(
                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                                + name + " t")) {
                    row.next();
                    tables.put(name, row.getString(1));
                }
            }
        }
        return tables;
    }

    /** A test key and a real key do not meet: neither gets the answer of the other. */
    @Test
    void keepsTheKeysOfRepeatedRequestsApart() {
        registerAll();
        String report = Drafts.of(AGENCY, 2024).json();
        String subject = "软件公司";
        String real = TestIssuer.sign(TestIssuer.claims(Set.of("submitter"), List.of(AGENCY, "350128-market"))
                .subject(subject));
        for (String token : new String[] {vendor.token(), real}) {
            assertThat(RestAssured.given()
                            .header("Authorization", "Bearer " + token)
                            .header("Idempotency-Key", "\"2024\"")
                            .contentType("application/json")
                            .body(report)
                            .put("/api/v1/reports/" + AGENCY + "/2024")
                            .statusCode())
                    .isEqualTo(201);
        }
        get("reports").extract();
        assertThat(get("reports/" + AGENCY + "/2024/revisions").extract().<Integer>path("total"))
                .isOne();
    }
}
