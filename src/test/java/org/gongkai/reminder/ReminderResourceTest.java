package org.gongkai.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.gongkai.testing.Console;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestIssuer;
import org.gongkai.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operations on reminders, and the command. */
@QuarkusTest
class ReminderResourceTest extends ServiceTest {

    private static final String FINANCE = "430212-finance";
    private static final String POLICE = "350128-police";

    @BeforeEach
    void openTheYear() {
        fixture("reminders", () -> {
            registerAll();
            put("cycles/2023", "{}").statusCode(201);
        });
        TestClock.stopAt("2024-02-02T01:00:00Z");
    }

    /** Subscribes a system of one agency. It is not called: the next attempt is far away. */
    private void subscribe(String agency) throws SQLException {
        execute("""
                insert into webhook (url, agencies, office, secret, created_at, created_by, after_transaction, after_event, next_attempt_at)
                values ('https://receiver.example/gongkai', '{%s}', false, 'whsec_AAAA', now(), 'agency', 0, 0, 'infinity')""".formatted(agency));
    }

    private static ValidatableResponse run(String query) {
        return post("reminders" + query, "").statusCode(200);
    }

    @Test
    void aDryRunListsWhatIsDue_andSendsNothing() throws SQLException {
        subscribe(FINANCE);

        run("?dryRun=true")
                .body("year", equalTo(2023))
                .body("dryRun", equalTo(true))
                .body("mail", equalTo(false))
                .body("steps", contains(-14, -3, 1, 7))
                .body("webhooks", equalTo(1))
                .body("items.kind", everyItem(equalTo("DEPARTMENT")))
                .body("items.find { it.agency.code == '430212-finance' }.webhook", equalTo("DUE"))
                .body("items.find { it.agency.code == '430212-finance' }.daysLeft", equalTo(-2))
                .body("items.find { it.agency.code == '350128-police' }.webhook", equalTo("NONE"));

        assertThat(count("select count(*) from reminder")).isZero();
        assertThat(count("select count(*) from event where type like 'REMINDER%'"))
                .isZero();
    }

    @Test
    void sendsEachStepOnce() throws SQLException {
        subscribe(FINANCE);

        run("").body("webhooks", equalTo(1)).body("mails", equalTo(0));
        run("").body("webhooks", equalTo(0));
        TestClock.stopAt("2024-02-07T01:00:00Z");
        run("").body("webhooks", equalTo(1));

        get("reminders")
                .body("items.agency.code", contains(FINANCE, FINANCE))
                .body("items.step", contains(7, 1))
                .body("items.channel", everyItem(equalTo("WEBHOOK")))
                .body("items.state", everyItem(equalTo("SENT")));
        get("events")
                .body("items.findAll { it.type == 'REMINDER_DUE' }.detail.step", contains(1, 7))
                .body("items.findAll { it.type == 'REMINDER_DUE' }.detail.reason", contains("MISSING", "MISSING"));
        get("events").body("items.findAll { it.type == 'REMINDERS_SENT' }.detail.webhooks", contains(1, 0, 1));
    }

    @Test
    void sendsAStepOnce_whenReplicasWorkItOutAtTheSameTime() throws SQLException {
        subscribe(FINANCE);

        Stream.generate(() -> CompletableFuture.runAsync(() -> run("")))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(count("select count(*) from reminder")).isEqualTo(1);
        assertThat(count("select count(*) from event where type = 'REMINDER_DUE'"))
                .isEqualTo(1);
    }

    @Test
    void beginsAgainWhenTheDeadlineIsMoved() throws SQLException {
        subscribe(FINANCE);
        run("");
        put("cycles/2023/obligations/" + FINANCE, Map.of("deadline", "2024-02-20", "reason", "机构改革"))
                .statusCode(200);

        run("").body("webhooks", equalTo(0));
        TestClock.stopAt("2024-02-18T01:00:00Z");
        run("").body("webhooks", equalTo(1));

        get("reminders").body("items.reason", contains("EXTENSION", "MISSING")).body("items.step", contains(-3, 1));
    }

    @Test
    void filtersTheLog() throws SQLException {
        subscribe(FINANCE);
        subscribe(POLICE);
        run("");

        get("reminders?agency=" + POLICE).body("items.agency.code", contains(POLICE));
        get("reminders?district=430200").body("items.agency.code", contains(FINANCE));
        get("reminders?year=2022").body("items", empty());
        get("reminders?step=1,7&state=SENT&channel=WEBHOOK&reason=MISSING").body("total", equalTo(2));
        get("reminders?step=-3").body("items", empty());
        get("reminders?channel=MAIL").body("items", empty());
        get("reminders?step=tomorrow&state=LOST")
                .statusCode(400)
                .body("parameters.name", containsInAnyOrder("step", "state"));
        String csv = get("reminders?format=csv&agency=" + FINANCE).extract().asString();
        assertThat(csv)
                .startsWith(
                        "agency,agencyName,kind,district,districtName,category,categoryName,reason,channel,state,failure,year,")
                .contains("430212-finance,株洲市渌口区财政局,DEPARTMENT,430212,渌口区,finance,财政,MISSING,WEBHOOK,SENT,,2023,");
        get("reminders?format=xlsx").header("Content-Disposition", containsString("reminders.xlsx"));
    }

    @Test
    void aTokenLimitedToDistrictsSeesAndSendsOnlyThose() throws SQLException {
        subscribe(FINANCE);
        subscribe(POLICE);
        String limited = TestIssuer.sign(
                TestIssuer.claims(Set.of("oversight"), List.of()).claim("districts", List.of("430200")));

        as(limited)
                .post("/api/v1/reminders")
                .then()
                .statusCode(200)
                .body("webhooks", equalTo(1))
                .body("items.agency.code", everyItem(containsString("430212")));
        run("").body("webhooks", equalTo(1));

        as(limited).get("/api/v1/reminders").then().body("items.agency.code", contains(FINANCE));
        as(limited).get("/api/v1/reminders/letters").then().body("items.agency.code", not(hasItem(POLICE)));
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given()
                .noFilters()
                .contentType("application/json")
                .header("Authorization", "Bearer " + token);
    }

    @Test
    void printsTheLetterList() throws Exception {
        put(
                        "agencies/" + FINANCE,
                        Map.of(
                                "name", "株洲市渌口区财政局",
                                "district", "430212",
                                "category", "finance",
                                "kind", "DEPARTMENT",
                                "contactPerson", "李明",
                                "telephone", "0733-28681234"))
                .statusCode(200);
        subscribe(POLICE);

        assertThat(get("reminders/letters?format=html").extract().asString())
                .contains("2023年度政府信息公开工作年度报告催报名单", "未报送", "株洲市渌口区财政局", "李明", "0733-28681234", "逾期 2 天", "推送待催报");
        byte[] pdf = get("reminders/letters?format=pdf&unreached=true")
                .header("Content-Disposition", containsString("reminders-2023.pdf"))
                .extract()
                .asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains("渌口区财政局")
                    .doesNotContain("推送待催报");
        }
        for (String format : List.of("docx", "xlsx")) {
            assertThat(get("reminders/letters?format=" + format).extract().asByteArray())
                    .startsWith("PK".getBytes(StandardCharsets.US_ASCII));
        }
        get("reminders/letters")
                .body("dryRun", equalTo(true))
                .body("unreached", equalTo(get("reminders/letters").extract().<Integer>path("due") - 1));
        assertThat(get("reminders/letters?year=2020&format=html").extract().asString())
                .contains("目前没有需要催报的单位。");
    }

    @Test
    void refusesWhatCannotBe() {
        post("reminders?dryRun=yes", "").statusCode(400).body("parameters[0].known", contains("true", "false"));
        post("reminders?year=23", "").statusCode(400).body("parameters[0].name", equalTo("year"));
        get("reminders/letters?unreached=1&district=nowhere")
                .statusCode(400)
                .body("parameters.name", containsInAnyOrder("unreached", "district"));
    }

    @Test
    void isACommand(@TempDir Path folder) throws Exception {
        subscribe(FINANCE);
        Path token = Files.writeString(folder.resolve("token"), TestIssuer.oversight());
        String service = "http://localhost:" + RestAssured.port;
        Console console = new Console(Language.EN);

        assertThat(console.run(
                        new RemindCommand(),
                        "--dry-run",
                        "--year",
                        "2023",
                        "--format",
                        "csv",
                        "--to",
                        service,
                        "--token-file",
                        token.toString()))
                .isZero();

        assertThat(console.out())
                .startsWith(
                        "agency,name,district,reason,deadline,daysLeft,step,contactPerson,telephone,email,mail,webhook")
                .contains("430212-finance,株洲市渌口区财政局,渌口区,MISSING,2024-01-31,-2,1,,,,NONE,DUE");
        assertThat(console.err()).contains("0 mails and 1 events would be sent");
        assertThat(count("select count(*) from reminder")).isZero();
        assertThat(console.run(new RemindCommand(), "-q", "--to", service, "--token-file", token.toString()))
                .isZero();
        assertThat(count("select count(*) from reminder")).isEqualTo(1);
        assertThat(console.run(new RemindCommand(), "--to", "http://localhost:1", "--token-file", token.toString()))
                .isEqualTo(1);
    }
}
