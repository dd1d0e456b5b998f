package org.gongkai.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.gongkai.http.load.Client;
import org.gongkai.http.load.FairSlots.Slot;
import org.gongkai.http.load.LoadControl;
import org.gongkai.testing.RawHttp;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roll-ups with so many rows that their answers are written to files, sent while they are read, or refused. */
@QuarkusTest
class LargeRollUpsTest extends ServiceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int AGENCIES = 700;

    /** Some 36,000 rows. */
    private static final String ONE_YEAR = "/api/v1/statistics?groupBy=agency,figure&year=2024";

    /** Some 210,000 rows. */
    private static final String ALL_YEARS = "/api/v1/statistics?groupBy=agency,figure,year&year=2019..2024";

    @Inject
    LoadControl load;

    @BeforeEach
    void register() {
        fixture("many", LargeRollUpsTest::manyAgencies);
    }

    private static void manyAgencies() {
        registerAll();
        String lines = IntStream.range(0, AGENCIES)
                .mapToObj("350128-many-%1$04d,第%1$03d局,350128,finance,DEPARTMENT\r\n"::formatted)
                .collect(Collectors.joining("", "code,name,district,category,kind\r\n", ""));
        RestAssured.given()
                .contentType("text/csv")
                .body(lines)
                .put("/api/v1/agencies")
                .then()
                .statusCode(200);
        putInForce(ReportFiles.of("350128-police", 2024));
    }

    @Tag("thorough")
    @Test
    void sendsALargeAnswerFromAFile_thatIsDeletedAfterwards() throws Exception {
        Response answer = RestAssured.get(ONE_YEAR);

        byte[] bytes = answer.asByteArray();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(bytes.length).as("more than the cache keeps").isGreaterThan(4 << 20);
        assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(bytes.length));
        assertThat(JSON.readTree(bytes).get("rows").size()).isGreaterThan(10_000);
        assertThat(RestAssured.get(ONE_YEAR).asByteArray())
                .as("the same bytes again")
                .isEqualTo(bytes);
        Until.is(() -> load.spool().reserved() == 0);
    }

    @Tag("thorough")
    @Test
    void compressesALargeAnswer_withATagOfItsOwn() throws IOException {
        Response identity = RestAssured.get(ONE_YEAR);
        Response gzip = RestAssured.given()
                .config(RestAssuredConfig.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "gzip")
                .get(ONE_YEAR);

        assertThat(gzip.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(gzip.header("ETag")).isNotEqualTo(identity.header("ETag"));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.asByteArray())).readAllBytes())
                .isEqualTo(identity.asByteArray());
    }

    @Test
    void answersHeadAndConditions_likeForASmallAnswer() throws Exception {
        Response answer = RestAssured.get(ONE_YEAR);
        Response head = RestAssured.head(ONE_YEAR);

        assertThat(head.asByteArray()).isEmpty();
        assertThat(head.header("ETag")).isEqualTo(answer.header("ETag"));
        RestAssured.given()
                .header("If-None-Match", answer.header("ETag"))
                .get(ONE_YEAR)
                .then()
                .statusCode(304);
        Until.is(() -> load.spool().reserved() == 0);
    }

    @Test
    void deletesTheFile_whenTheClientLeaves() throws Exception {
        try (RawHttp leaving = RawHttp.open()) {
            leaving.head("GET " + ONE_YEAR);
            Until.is(() -> load.spool().reserved() > 0);
        }

        Until.is(() -> load.spool().reserved() == 0);
    }

    @Test
    void refusesTooManyRows_beforeTheyAreComputed() {
        RestAssured.get(ALL_YEARS)
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/too-many-rows"))
                .body("detail", containsString("100000"))
                .body("detail", containsString("format=ndjson"));
    }

    /** An estimate that is too high would refuse what can be answered. */
    @Tag("thorough")
    @Test
    void estimatesNoMoreRowsThanThereAre() {
        RestAssured.get("/api/v1/statistics?groupBy=agency,figure,year&year=2023,2024&district=350128")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agency,year,figure", "district,category,year,figure", "category,applicantType", "year"})
    void exportsTheRowsOfTheRollUp(String groupBy) throws IOException {
        String query = "/api/v1/statistics?figure=requests.newlyReceived&figure=rates.onTime&year=2023..2024&groupBy="
                + groupBy;
        if (groupBy.contains("applicantType")) {
            query = query.replace("&figure=rates.onTime", "");
        }
        JsonNode rollUp = JSON.readTree(RestAssured.get(query).asByteArray());

        Response export = RestAssured.get(query + "&format=ndjson");

        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.contentType()).isEqualTo("application/x-ndjson");
        assertThat(export.header("X-Data-Version"))
                .isEqualTo(rollUp.get("dataVersion").asText());
        assertThat(export.header("X-As-Of")).isEqualTo(rollUp.get("asOf").asText());
        assertThat(rows(export)).containsExactlyInAnyOrderElementsOf(rollUp.get("rows"));
    }

    @Tag("thorough")
    @Test
    void exportsMoreRowsThanAnAnswerMayHave() throws Exception {
        Response export = RestAssured.get(ALL_YEARS + "&format=ndjson");

        assertThat(export.asString().lines().distinct().count()).isGreaterThan(100_000);
        assertThat(export.header("Link"))
                .startsWith("</api/v1/statistics?groupBy=agency,figure,year")
                .endsWith("json\"");
        Until.is(this::isReadyForAnExport);
    }

    private boolean isReadyForAnExport() {
        CompletableFuture<Slot> slot = load.exports().acquire(new Client("address 127.0.0.1"));
        boolean ready = slot.isDone();
        slot.thenAccept(Slot::close);
        return ready;
    }

    @Test
    void answersAnExportThatTheClientHas_with304() {
        String query = ONE_YEAR + "&format=ndjson";
        String tag = RestAssured.head(query).header("ETag");

        RestAssured.given().header("If-None-Match", tag).get(query).then().statusCode(304);
    }

    @Test
    void refusesAnOrderOfAnExport() {
        RestAssured.get(ONE_YEAR + "&format=ndjson&orderBy=-value&limit=3")
                .then()
                .statusCode(400)
                .body("parameters.name", hasItems("orderBy", "limit"));
    }

    private static List<JsonNode> rows(Response export) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : export.asString().lines().toList()) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }
}
