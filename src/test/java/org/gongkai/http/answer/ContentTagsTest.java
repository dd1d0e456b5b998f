package org.gongkai.http.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.ws.rs.core.EntityTag;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.gongkai.testing.DeclaredContract;
import org.gongkai.testing.DeclaredOperation;
import org.gongkai.testing.RawHttp;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The entity tags of all reads of the contract. */
@QuarkusTest
class ContentTagsTest extends ServiceTest {

    private static final String CONTENT = "\"[0-9a-f]{32}\"";
    private static final String REVISION = "\"[0-9]+-[0-9a-f]{16}\"";
    private static final String DATA = "\"[0-9]+-[A-Za-z0-9_-]{43}\"";

    /** The form of the tag of each operation. */
    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry("getForm", CONTENT),
            Map.entry("getRules", CONTENT),
            Map.entry("getLimits", CONTENT),
            Map.entry("getLogin", CONTENT),
            Map.entry("listDistricts", CONTENT),
            Map.entry("getDistrict", CONTENT),
            Map.entry("listCategories", CONTENT),
            Map.entry("getCategory", CONTENT),
            Map.entry("listAgencies", CONTENT),
            Map.entry("getAgency", CONTENT),
            Map.entry("listCycles", CONTENT),
            Map.entry("getCycle", CONTENT),
            Map.entry("getCompleteness", CONTENT),
            Map.entry("listObligations", CONTENT),
            Map.entry("listReports", CONTENT),
            Map.entry("listRevisions", CONTENT),
            Map.entry("getChanges", CONTENT),
            Map.entry("listPublicChanges", CONTENT),
            Map.entry("getTemplate", CONTENT),
            Map.entry("listEvents", CONTENT),
            Map.entry("listExplanations", CONTENT),
            Map.entry("listCarryOver", CONTENT),
            Map.entry("getScoreboard", CONTENT),
            Map.entry("listWork", CONTENT),
            Map.entry("listReminders", CONTENT),
            Map.entry("getLetterList", CONTENT),
            Map.entry("getImpact", CONTENT),
            Map.entry("getDiagnosis", CONTENT),
            Map.entry("getMe", CONTENT),
            Map.entry("listTests", CONTENT),
            Map.entry("getCertification", CONTENT),
            Map.entry("listTokens", CONTENT),
            Map.entry("listAllTokens", CONTENT),
            Map.entry("listRevalidations", CONTENT),
            Map.entry("getRevalidation", CONTENT),
            Map.entry("listRevalidationChanges", CONTENT),
            Map.entry("listWebhooks", CONTENT),
            Map.entry("getWebhook", CONTENT),
            Map.entry("listDeliveries", CONTENT),
            Map.entry("getReceiptKeys", CONTENT),
            Map.entry("getReport", REVISION),
            Map.entry("getRevision", REVISION),
            Map.entry("getLatestRevision", REVISION),
            Map.entry("getReceipt", REVISION),
            Map.entry("getStatistics", DATA),
            Map.entry("getAvailability", DATA),
            Map.entry("getConsolidatedReport", DATA));

    /** The operations that always answer with a body: their findings can change while the tag of the revision stays. */
    private static final List<String> ALWAYS_ANSWERED = List.of("getRevision", "getLatestRevision", "getReceipt");

    /** One token for all requests, as an answer may be about the token itself. */
    private static final String TOKEN = TestIssuer.oversight();

    private static final Map<String, String> QUERIES = Map.of(
            "getStatistics",
            "?figure=requests.newlyReceived",
            "getChanges",
            "?since=1",
            "getCertification",
            "?holder=vendor");

    /** Leaves a webhook that is disabled, so that nothing changes it. */
    private void subscribe() throws SQLException {
        execute("""
                insert into webhook (id, url, office, secret, created_at, created_by, after_transaction, after_event, disabled_at)
                overriding system value
                values (1, 'https://receiver.example/gongkai', true, 'whsec_AAAA', now(), 'oversight', 0, 0, now())
                on conflict do nothing""");
    }

    private void revalidate() throws SQLException {
        execute("""
                insert into revalidation (id, state, rule_book, total, checked, after_agency, started_at, started_by, finished_at, failures)
                overriding system value
                values (1, 'DONE', '2026.1', 1, 1, '430212-finance', now(), 'oversight', now(), 0)
                on conflict do nothing""");
    }

    @BeforeEach
    void fillTheService() throws SQLException {
        fixture("tags", () -> {
            registerAll();
            put("cycles/2023", "{}").statusCode(201);
            putInForce(ReportFiles.of("430212-finance", 2023));
        });
        subscribe();
        revalidate();
    }

    private static List<DeclaredOperation> reads() throws Exception {
        return DeclaredContract.read(RestAssured.get("/q/openapi?format=json").asString()).operations().stream()
                .filter(operation -> operation.method().equals("get"))
                .toList();
    }

    private static String address(DeclaredOperation operation) {
        return operation
                        .path()
                        .replace("{agency}", "430212-finance")
                        .replace("{year}", "2023")
                        .replace("{revision}", "1")
                        .replace("/agencies/{code}", "/agencies/430212-finance")
                        .replace("/districts/{code}", "/districts/430212")
                        .replace("/categories/{code}", "/categories/finance")
                        .replace("/webhooks/{id}", "/webhooks/1")
                        .replace("/revalidations/{id}", "/revalidations/1")
                + QUERIES.getOrDefault(operation.id(), "");
    }

    private static RawHttp.Answer ask(String request, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of("Authorization: Bearer " + TOKEN));
        all.addAll(Arrays.asList(headers));
        return RawHttp.send(request, all.toArray(String[]::new));
    }

    @Test
    void everyReadOfTheContractHasATag() throws Exception {
        assertThat(reads().stream().map(DeclaredOperation::id).collect(Collectors.toSet()))
                .isEqualTo(TAGS.keySet());
        SoftAssertions softly = new SoftAssertions();
        for (DeclaredOperation operation : reads()) {
            String address = address(operation);
            RawHttp.Answer answer = ask("GET " + address);
            softly.assertThat(answer.status()).as(address).isEqualTo(200);
            softly.assertThat(answer.header("ETag")).as(address).matches(TAGS.get(operation.id()));
            softly.assertThat(ask("HEAD " + address).header("ETag")).as(address).isEqualTo(answer.header("ETag"));
            softly.assertThat(operation.node().at("/responses/200/headers").has("ETag"))
                    .as("the contract declares the tag of %s", operation.id())
                    .isTrue();
            if (!ALWAYS_ANSWERED.contains(operation.id())) {
                softly.assertThat(operation.node().path("responses").has("304"))
                        .as(operation.id())
                        .isTrue();
                for (String method : List.of("GET ", "HEAD ")) {
                    for (String coding : List.of("identity", "gzip")) {
                        assertConfirmed(method + address, coding, softly);
                    }
                }
            }
        }
        softly.assertAll();
    }

    private static void assertConfirmed(String request, String coding, SoftAssertions softly) throws IOException {
        String accepted = "Accept-Encoding: " + coding;
        RawHttp.Answer answer = ask(request, accepted);
        RawHttp.Answer confirmed = ask(request, accepted, "If-None-Match: \"other\", " + answer.header("ETag"));
        String as = request + " " + coding;
        softly.assertThat(answer.header("ETag").endsWith("-gzip\"")).as(as).isEqualTo(coding.equals("gzip"));
        softly.assertThat(confirmed.status()).as(as).isEqualTo(304);
        softly.assertThat(confirmed.body()).as(as).isEmpty();
        for (String name : List.of("ETag", "Vary", "Cache-Control")) {
            softly.assertThat(confirmed.header(name)).as(as + " " + name).isEqualTo(answer.header(name));
        }
        softly.assertThat(confirmed.header("Content-Encoding")).as(as).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agencies?format=csv",
                "districts?format=csv&bom=true",
                "categories?format=csv",
                "cycles/2023/obligations?format=csv"
            })
    void everyTableHasATag(String list) throws IOException {
        RawHttp.Answer table = ask("GET /api/v1/" + list);

        assertThat(table.header("ETag")).matches(CONTENT);
        assertThat(ask("GET /api/v1/" + list, "If-None-Match: " + table.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void anAnswerThatChangesHasAnotherTag() throws IOException {
        String list = "GET /api/v1/categories?size=2";
        String single = "GET /api/v1/categories/finance";
        List<String> before = List.of(ask(list).header("ETag"), ask(single).header("ETag"));
        put("categories/zz-last", Map.of("name", "其他部门")).statusCode(201);
        put("categories/finance", Map.of("name", "财政部门")).statusCode(200);

        RawHttp.Answer changedList = ask(list, "If-None-Match: " + before.get(0));
        RawHttp.Answer changed = ask(single, "If-None-Match: " + before.get(1));

        assertThat(changedList.status()).isEqualTo(200);
        assertThat(changedList.header("ETag")).isNotEqualTo(before.get(0));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(before.get(1));
        put("categories/finance", Map.of("name", "财政")).statusCode(200);
    }

    /** The contact of an agency is for the oversight office only. */
    @Test
    void callersWhoReceiveDifferentAnswersReceiveDifferentTags() throws IOException {
        put(
                        "agencies/430212-finance",
                        Map.of(
                                "name", "株洲市渌口区财政局",
                                "district", "430212",
                                "category", "finance",
                                "kind", "DEPARTMENT",
                                "contactPerson", "张三",
                                "telephone", "0731-27618000",
                                "email", "zhangsan@example.gov.cn"))
                .statusCode(200);
        String agency = "GET /api/v1/agencies/430212-finance";

        RawHttp.Answer ofTheOffice = ask(agency);
        RawHttp.Answer anonymous = RawHttp.send(agency, "If-None-Match: " + ofTheOffice.header("ETag"));

        assertThat(anonymous.status()).isEqualTo(200);
        assertThat(anonymous.text()).doesNotContain("张三");
        assertThat(ofTheOffice.header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void problemsAndChangesHaveNoTag() throws IOException {
        assertThat(ask("GET /api/v1/agencies/nothing").header("ETag")).isNull();
        assertThat(ask("GET /api/v1/agencies?kind=nothing").header("ETag")).isNull();
        assertThat(put("categories/finance", Map.of("name", "财政")).extract().header("ETag"))
                .isNull();
        assertThat(RawHttp.send("GET /api/v1/events", "If-None-Match: *").status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/q/openapi?format=json", "/q/openapi.json", "/q/openapi.yaml"})
    void theContractHasATag(String address) throws IOException {
        RawHttp.Answer contract = RawHttp.send("GET " + address);
        RawHttp.Answer confirmed = RawHttp.send("GET " + address, "If-None-Match: " + contract.header("ETag"));

        assertThat(contract.header("ETag")).matches(CONTENT);
        assertThat(contract.header("ETag")).isEqualTo(quoted(ContentTags.of(contract.body())));
        assertThat(confirmed.status()).isEqualTo(304);
        assertThat(confirmed.body()).isEmpty();
        assertThat(confirmed.header("ETag")).isEqualTo(contract.header("ETag"));
        assertThat(RawHttp.send("HEAD " + address).header("ETag")).isEqualTo(contract.header("ETag"));
    }

    private static String quoted(EntityTag tag) {
        return "\"" + tag.getValue() + "\"";
    }

    @Test
    void theFormatsOfTheContractHaveDifferentTags() throws IOException {
        RawHttp.Answer json = RawHttp.send("GET /q/openapi", "Accept: application/json");
        RawHttp.Answer yaml = RawHttp.send("GET /q/openapi", "If-None-Match: " + json.header("ETag"));

        assertThat(json.header("Content-Type")).startsWith("application/json");
        assertThat(json.header("ETag")).isEqualTo(quoted(ContentTags.of(json.body())));
        assertThat(yaml.status()).isEqualTo(200);
        assertThat(yaml.header("Vary")).isEqualTo("Accept");
    }
}
