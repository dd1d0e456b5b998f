package org.gongkai.filing.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.gongkai.filing.Drafts;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The register of explanations: each with its finding, its state and the uses of its wording. */
@QuarkusTest
class ExplanationRegisterTest extends ServiceTest {

    private static final String POLICE = "350128-police";
    private static final String TRANSPORT = "350128-transport";
    private static final String LUKOU = "430212-finance";
    private static final String EMPTY_TEXT = "本年无相关情况";

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void listsAnExplanationWithItsFinding() {
        waiting(POLICE, 2023, 1);
        explain(POLICE, 2023, EMPTY_TEXT).body("status", equalTo("ACCEPTED"));

        get("explanations")
                .statusCode(200)
                .header("Content-Language", equalTo("zh"))
                .body("total", equalTo(1))
                .body("items[0].agency.code", equalTo(POLICE))
                .body("items[0].agency.name", equalTo("平潭综合实验区公安局"))
                .body("items[0].district.code", equalTo("350128"))
                .body("items[0].year", equalTo(2023))
                .body("items[0].revision", equalTo(1))
                .body("items[0].rule", equalTo("TEXT-MISSING"))
                .body("items[0].pointer", equalTo("/overview"))
                .body("items[0].cell", containsString("一"))
                .body("items[0].message", equalTo(message(POLICE, 2023)))
                .body("items[0].reason", equalTo(EMPTY_TEXT))
                .body("items[0].by", equalTo("submitter"))
                .body("items[0].at", notNullValue())
                .body("items[0].state", equalTo("ACCEPTED"))
                .body("items[0].repetition.uses", equalTo(1))
                .body("items[0].repetition.agencies", equalTo(1))
                .body("items[0].repetition.years", equalTo(1));
    }

    @Test
    void followsTheStateOfTheFinding() {
        waiting(POLICE, 2023, 1);
        explain(POLICE, 2023, EMPTY_TEXT);
        String report = "reports/" + POLICE + "/2023";
        states().body("items.state", contains("ACCEPTED"));

        correct(report, draft(2).with("/overview", "略").json()).body("status", equalTo("SUBMITTED"));
        states().body("items.state", contains("ACCEPTED"));
        decide(POLICE, 2023, 2, "ACCEPT").statusCode(200);
        states().body("items.state", contains("REOPENED"));

        explain(POLICE, 2023, "概述另文公布");
        states().body("items.state", contains("SETTLED", "ACCEPTED")).body("items.revision", contains(1, 2));
        explain(POLICE, 2023, "概述另行公布");
        states().body("items.state", contains("SETTLED", "SETTLED", "ACCEPTED"));

        correct(report, draft(3).json()).body("status", equalTo("ACCEPTED"));
        states().body("items.state", contains("SETTLED", "SETTLED", "SETTLED"));
    }

    @Test
    void isOpenWhileTheRevisionWaits_orWasReturned() {
        correct(
                        "reports/" + POLICE + "/2023",
                        draft(1).with("/overview", "无")
                                .with("/proactiveDisclosure/rules/issued", 1)
                                .json())
                .body("status", equalTo("SUBMITTED"));
        explain(POLICE, 2023, EMPTY_TEXT).body("status", equalTo("SUBMITTED"));
        states().body("items.state", contains("OPEN"));

        decide(POLICE, 2023, 1, "RETURN").statusCode(200);
        states().body("items.state", contains("OPEN"));
        get("explanations?state=OPEN").body("total", equalTo(1));
        get("explanations?state=ACCEPTED").body("total", equalTo(0));
    }

    @Test
    void keepsTheMessageOfAFindingThatWasReplaced() {
        ReportFiles.RealReport gov2021 = ReportFiles.of("350128-gov", 2021);
        putInForce(gov2021);
        putInForce(ReportFiles.of("350128-gov", 2022));
        submit(ReportFiles.of("350128-gov", 2023)).body("status", equalTo("SUBMITTED"));
        String pointer = "/proactiveDisclosure/normativeDocuments/inForce";
        post(
                        "reports/350128-gov/2023/explanations",
                        List.of(Map.of("rule", "IN-FORCE", "pointer", pointer, "reason", "清理后自然失效")))
                .body("status", equalTo("ACCEPTED"));
        String before = get("explanations").extract().path("items[0].message");

        correct(
                "reports/350128-gov/2022",
                Drafts.of("350128-gov", 2022).with(pointer, 600).json());
        decide("350128-gov", 2022, 2, "ACCEPT");

        get("explanations?year=2023")
                .body("items[0].message", equalTo(before))
                .body("items[0].state", equalTo("REOPENED"));
    }

    @Test
    void marksRepeatedWordings_whateverTheirPunctuation() {
        explained(POLICE, 2022, "本年无相关情况");
        explained(POLICE, 2023, "本年无相关情况。");
        explained(TRANSPORT, 2023, "本年　无相关情况！");
        explained(LUKOU, 2023, "本年没有任何情况");

        get("explanations?agency=" + POLICE)
                .body("items.repetition.uses", contains(3, 3))
                .body("items.repetition.agencies", contains(2, 2))
                .body("items.repetition.years", contains(2, 2));
        get("explanations?repeated=true")
                .body("total", equalTo(3))
                .body("items.agency.code", contains(POLICE, POLICE, TRANSPORT))
                .body("items.repetition.wording.unique().size()", equalTo(1));
        get("explanations?repeated=true&agency=" + TRANSPORT).body("items.repetition.years", contains(1));
        get("explanations?repeated=false").body("total", equalTo(4));
    }

    /** Agencies see their own explanations, and learn nothing about those of others. */
    @Test
    void showsAnAgencyItsOwnLines() {
        explained(POLICE, 2023, EMPTY_TEXT);
        explained(TRANSPORT, 2022, EMPTY_TEXT);
        explained(TRANSPORT, 2023, EMPTY_TEXT);

        as(TestIssuer.submitter(POLICE), "explanations")
                .statusCode(200)
                .body("items.agency.code", contains(POLICE))
                .body("items[0].repetition.uses", equalTo(1))
                .body("items[0].repetition.agencies", equalTo(1));
        as(TestIssuer.submitter(POLICE), "explanations?repeated=true").body("items", empty());
        as(TestIssuer.submitter(TRANSPORT), "explanations?repeated=true").body("total", equalTo(2));
        as(TestIssuer.submitter(POLICE), "explanations?agency=" + TRANSPORT).statusCode(403);
    }

    @Test
    void filtersAndPages() {
        explained(POLICE, 2022, EMPTY_TEXT);
        explained(POLICE, 2023, EMPTY_TEXT);
        explained(LUKOU, 2023, EMPTY_TEXT);

        get("explanations?year=2022").body("items.year", contains(2022));
        get("explanations?year=2022..2023").body("total", equalTo(3));
        get("explanations?district=430200").body("items.agency.code", contains(LUKOU));
        get("explanations?rule=TEXT-MISSING&district=350000").body("total", equalTo(2));
        get("explanations?rule=CARRY-OVER").body("items", empty());

        for (String query : List.of("explanations?size=1", "explanations?size=1&repeated=true")) {
            List<Object> found = new ArrayList<>();
            for (String next = ""; next != null; ) {
                ValidatableResponse page =
                        get(query + (next.isEmpty() ? "" : "&after=" + next)).statusCode(200);
                found.addAll(page.extract().<List<Object>>path("items"));
                next = page.extract().path("next");
            }
            assertThat(found).hasSize(3).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "year=1999",
                "rule=LATE",
                "rule=NO-RULE",
                "agency=nobody",
                "district=nowhere",
                "state=LOST",
                "repeated=maybe",
                "size=501",
                "after=x",
                "format=docx"
            })
    void refusesInvalidParameters(String parameter) {
        get("explanations?" + parameter)
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-parameter"))
                .body("parameters.name", contains(parameter.split("=")[0]));
    }

    @Test
    void isATableAsWell() {
        explained(POLICE, 2023, "=本年无相关情况");

        String csv = get("explanations?format=csv").statusCode(200).extract().asString();
        assertThat(csv.lines().findFirst().orElseThrow())
                .isEqualTo(
                        "agency,agencyName,district,districtName,year,revision,rule,pointer,cell,message,reason,by,at,"
                                + "state,wording,uses,agencies,years");
        assertThat(csv).contains(POLICE + ",平潭综合实验区公安局,350128,", ",2023,1,TEXT-MISSING,/overview,", ",ACCEPTED,");
        assertThat(csv).doesNotContain(",=本年");
        get("explanations?format=xlsx")
                .statusCode(200)
                .header("Content-Disposition", containsString("explanations.xlsx"));
    }

    @Test
    void requiresARole() {
        RestAssured.given().noFilters().get("/api/v1/explanations").then().statusCode(401);
    }

    /** Counts wordings again from what was submitted. */
    @Test
    void countsLikeAPlainModel() {
        Random random = new Random(20260301);
        List<String> agencies = List.of(POLICE, TRANSPORT, LUKOU);
        List<String> wordings = List.of("本年无相关情况", "概述另行公布在网", "情况详见政府网站", "今年没有新增事项");
        List<String> endings = List.of("", "。", "！", " ");
        Map<String, String> wordingOf = new HashMap<>();
        for (String agency : agencies) {
            for (int year = 2021; year <= 2024; year++) {
                String wording = wordings.get(random.nextInt(wordings.size()));
                explained(agency, year, wording + endings.get(random.nextInt(endings.size())));
                wordingOf.put(agency + year, wording);
            }
        }

        List<Map<String, Object>> items = get("explanations?size=500").extract().path("items");
        assertThat(items).hasSize(wordingOf.size());
        for (Map<String, Object> item : items) {
            String agency = (String) ((Map<?, ?>) item.get("agency")).get("code");
            String wording = wordingOf.get(agency + item.get("year"));
            Set<String> users = new HashSet<>();
            int uses = 0;
            int years = 0;
            for (String other : agencies) {
                for (int year = 2021; year <= 2024; year++) {
                    if (wordingOf.get(other + year).equals(wording)) {
                        uses++;
                        users.add(other);
                        years += other.equals(agency) ? 1 : 0;
                    }
                }
            }
            Map<?, ?> repetition = (Map<?, ?>) item.get("repetition");
            assertThat(List.of(repetition.get("uses"), repetition.get("agencies"), repetition.get("years")))
                    .as("%s %s", agency, item.get("year"))
                    .isEqualTo(List.<Object>of(uses, users.size(), years));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"。", "！！！", "情况属实", "见附件见附件", "5 件"})
    void refusesExplanationsThatSayTooLittle(String reason) throws SQLException {
        waiting(POLICE, 2023, 1);

        explain(POLICE, 2023, reason)
                .statusCode(422)
                .body("findings.pointer", contains("/0/reason"))
                .body("findings[0].message", containsString("至少要有 5 个不同的字"));
        get("reports/" + POLICE + "/2023").statusCode(404);
        assertThat(count("select count(*) from explanation")).isZero();
    }

    /** Stores a report in force whose only warning has an explanation. */
    private static void explained(String agency, int year, String reason) {
        waiting(agency, year, Math.abs(agency.hashCode() % 1000) + year);
        explain(agency, year, reason).statusCode(200);
        if (get("reports/" + agency + "/" + year).extract().statusCode() == 404) {
            decide(agency, year, 1, "ACCEPT").statusCode(200);
        }
    }

    /** Submits a report without a text in section one, which is a warning. */
    private static void waiting(String agency, int year, int licensingDecisions) {
        put(
                        "reports/" + agency + "/" + year,
                        draft(licensingDecisions).with("/overview", "无").json())
                .statusCode(201)
                .body("findings.rule", hasItem("TEXT-MISSING"));
    }

    private static Drafts draft(int licensingDecisions) {
        return Drafts.of(POLICE, 2024).with("/proactiveDisclosure/licensingDecisions", licensingDecisions);
    }

    private static ValidatableResponse explain(String agency, int year, String reason) {
        return post(
                "reports/" + agency + "/" + year + "/explanations",
                List.of(Map.of("rule", "TEXT-MISSING", "pointer", "/overview", "reason", reason)));
    }

    private static ValidatableResponse decide(String agency, int year, int revision, String decision) {
        return post(
                "reports/" + agency + "/" + year + "/decisions",
                Map.of("revision", revision, "decision", decision, "comment", "意见"));
    }

    private static String message(String agency, int year) {
        return get("reports/" + agency + "/" + year + "/revisions/1/receipt")
                .extract()
                .path("findings.find { it.rule == 'TEXT-MISSING' }.message");
    }

    private static ValidatableResponse states() {
        return get("explanations?agency=" + POLICE + "&year=2023").statusCode(200);
    }

    private static ValidatableResponse as(String token, String path) {
        return RestAssured.given()
                .noFilters()
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/" + path)
                .then();
    }
}
