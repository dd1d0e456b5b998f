package org.gongkai.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.gongkai.webhook.delivery.TestReceiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations on subscriptions, with the default settings: private networks are refused. */
@QuarkusTest
class WebhookResourceTest extends ServiceTest {

    private static final String URL = "https://receiver.example/gongkai?key=1";
    private static final String AGENCY = "350128-police";
    private static final String OTHER = "430212-finance";

    private static RequestSpecification as(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).contentType(ContentType.JSON);
    }

    private static ValidatableResponse create(String token, Map<String, ?> request) {
        return as(token).body(request).post("/api/v1/webhooks").then();
    }

    private static int created(String token) {
        return create(token, Map.of("url", URL)).statusCode(201).extract().path("id");
    }

    @Test
    void showsTheSecretOnce() {
        int id = create(TestIssuer.oversight(), Map.of("url", URL, "events", List.of("REPORT_ACCEPTED")))
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .header("Location", startsWith("/api/v1/webhooks/"))
                .body("secret", startsWith("whsec_"))
                .body("url", equalTo(URL))
                .body("events", contains("REPORT_ACCEPTED"))
                .body("status", equalTo("ACTIVE"))
                .body("createdBy", equalTo("oversight"))
                .extract()
                .path("id");

        get("webhooks/" + id).statusCode(200).body("$", not(hasKey("secret"))).body("url", equalTo(URL));
        get("webhooks").body("items", hasSize(1)).body("items[0]", not(hasKey("secret")));
        get("webhooks/" + id + "/deliveries").statusCode(200).body("total", equalTo(0));
        get("events")
                .body("items[0].type", equalTo("WEBHOOK_CREATED"))
                .body("items[0].subject", equalTo("webhooks/" + id))
                .body("items[0].after.site", equalTo("https://receiver.example"))
                .body("items[0].toString().contains('key=1')", equalTo(false));

        delete("webhooks/" + id).statusCode(204);
        get("webhooks/" + id).statusCode(404).body("type", equalTo("/problems/unknown-webhook"));
        delete("webhooks/" + id).statusCode(404);
        get("events").body("items[1].type", equalTo("WEBHOOK_DELETED"));
    }

    @Test
    void anAgencySeesAndHasItsOwn() {
        int office = created(TestIssuer.oversight());
        int own = created(TestIssuer.submitter(AGENCY));
        int both = created(TestIssuer.submitter(AGENCY, OTHER));

        as(TestIssuer.submitter(AGENCY))
                .get("/api/v1/webhooks")
                .then()
                .body("items.id", contains(own))
                .body("items[0].agencies", contains(AGENCY));
        as(TestIssuer.submitter(AGENCY, OTHER)).get("/api/v1/webhooks").then().body("items.id", contains(both, own));
        get("webhooks").body("items.id", contains(both, own, office));
        for (int id : List.of(office, both)) {
            for (String path : List.of("", "/deliveries")) {
                as(TestIssuer.submitter(AGENCY))
                        .get("/api/v1/webhooks/" + id + path)
                        .then()
                        .statusCode(404);
            }
            for (String path : List.of("/replay", "/test")) {
                as(TestIssuer.submitter(AGENCY))
                        .post("/api/v1/webhooks/" + id + path)
                        .then()
                        .statusCode(404);
            }
            as(TestIssuer.submitter(AGENCY))
                    .delete("/api/v1/webhooks/" + id)
                    .then()
                    .statusCode(404);
        }
        delete("webhooks/" + own).statusCode(204);
    }

    @Test
    void theOfficeOfADistrictHasItsOwn_whichItsAgenciesDoNotSee() {
        registerAll();
        String district = TestIssuer.sign(
                TestIssuer.claims(Set.of("oversight"), List.of()).claim("districts", List.of("350128")));
        int office = created(TestIssuer.oversight());
        int ofDistrict = created(district);

        as(district).get("/api/v1/webhooks").then().body("items.id", contains(ofDistrict));
        as(district).get("/api/v1/webhooks/" + office).then().statusCode(404);
        String represents = TestIssuer.submitter(as(district)
                .get("/api/v1/webhooks")
                .<List<String>>path("items[0].agencies")
                .toArray(String[]::new));
        as(represents).get("/api/v1/webhooks").then().body("items", hasSize(0));
        as(represents).get("/api/v1/webhooks/" + ofDistrict).then().statusCode(404);
        as(represents).delete("/api/v1/webhooks/" + ofDistrict).then().statusCode(404);
        as(district).delete("/api/v1/webhooks/" + ofDistrict).then().statusCode(204);
    }

    @Test
    void anAgencyCannotSubscribeToOthers() {
        registerAll();
        String token = TestIssuer.submitter(AGENCY);

        create(token, Map.of("url", URL, "agencies", List.of(OTHER)))
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
        create(token, Map.of("url", URL, "agencies", List.of("no-such-agency"))).statusCode(403);
        create(TestIssuer.submitter(), Map.of("url", URL)).statusCode(403);
        create(token, Map.of("url", URL, "agencies", List.of(AGENCY))).statusCode(201);
        create(TestIssuer.oversight(), Map.of("url", URL, "agencies", List.of(OTHER)))
                .statusCode(201)
                .body("agencies", contains(OTHER));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {}                                                              | /url
                    {"url": null}                                                   | /url
                    {"url": "http://receiver.example/"}                             | /url
                    {"url": "https://127.0.0.1/"}                                   | /url
                    {"url": "https://receiver.example/", "events": ["NO_SUCH"]}     | /events/0
                    {"url": "https://receiver.example/", "events": [null]}          | /events/0
                    {"url": "https://receiver.example/", "agencies": ["no-such"]}   | /agencies/0
                    {"url": "https://receiver.example/", "agencies": [null]}        | /agencies/0
                    {"url": "https://receiver.example/", "secret": "whsec_AAAA"}    | /secret
                    """)
    void saysWhatIsWrongAndWhere(String body, String pointer) {
        as(TestIssuer.oversight())
                .body(body)
                .post("/api/v1/webhooks")
                .then()
                .statusCode(422)
                .body("findings.pointer", contains(pointer));

        get("webhooks").body("total", equalTo(0));
    }

    @Test
    void theNumberOfSubscriptionsIsLimited_alsoForRequestsAtTheSameTime() {
        String token = TestIssuer.submitter(AGENCY);

        List<Integer> statuses = IntStream.range(0, 14)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> create(token, Map.of("url", URL)).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(10);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(4);
        create(token, Map.of("url", URL)).body("type", equalTo("/problems/too-many-webhooks"));
        created(TestIssuer.submitter(OTHER));
        created(TestIssuer.oversight());
    }

    @Test
    void refusesPositionsThatDoNotExist() {
        int id = created(TestIssuer.oversight());

        post("webhooks/" + id + "/replay?after=1-1", "").statusCode(410).body("type", equalTo("/problems/cursor-gone"));
        post("webhooks/" + id + "/replay?after=x", "").statusCode(400).body("parameters[0].name", equalTo("after"));
        post("webhooks/x/replay", "").statusCode(400).body("parameters[0].name", equalTo("id"));
        post("webhooks/" + id + "/replay?after=0-0", "").statusCode(200).body("after", equalTo("0-0"));
    }

    /** The name of the host is public when it is subscribed, and leads to this machine later. */
    @Test
    void connectsToNoPrivateNetwork() throws Exception {
        int id = created(TestIssuer.oversight());
        try (TestReceiver receiver = new TestReceiver()) {
            execute("update webhook set url = '" + receiver.url() + "'");

            post("webhooks/" + id + "/test", "")
                    .statusCode(200)
                    .body("delivered", equalTo(false))
                    .body("failure", equalTo("PRIVATE_ADDRESS"))
                    .body("status", nullValue());

            assertThat(receiver.received()).isEmpty();
        }
    }
}
