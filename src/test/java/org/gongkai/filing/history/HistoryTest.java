package org.gongkai.filing.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;
import org.gongkai.filing.Drafts;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The history of a report, and the draft of the next one. */
@QuarkusTest
class HistoryTest extends ServiceTest {

    private static final String REPORT = "reports/350128-finance/2023";
    private static final RealReport FINANCE = ReportFiles.of("350128-finance", 2023);

    @BeforeEach
    void submitTwice() {
        registerAll();
        submit(FINANCE).statusCode(201);
        correct(
                        REPORT,
                        Drafts.of("350128-finance", 2023)
                                .with("/overview", "更正：收费金额有误。")
                                .with("/proactiveDisclosure/administrativeFees", 5949.1)
                                .withOneCarriedForward()
                                .json())
                .statusCode(201);
    }

    @Test
    void listsRevisions_theNewestFirst() {
        get(REPORT + "/revisions")
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items.revision", contains(2, 1))
                .body("items.submittedBy.unique()", contains("submitter"))
                .body("items[0].report", nullValue());
        get(REPORT + "/revisions?size=1&page=1").body("items.revision", contains(1));
        get("reports/350128-finance/2024/revisions").statusCode(404);
        get("reports/nobody/2024/revisions").statusCode(404).body("type", equalTo("/problems/unknown-agency"));
    }

    @Test
    void returnsEveryRevisionWithItsContent() throws Exception {
        String answer = get(REPORT + "/revisions/1")
                .statusCode(200)
                .body("status", equalTo("SUPERSEDED"))
                .extract()
                .asString();

        assertThat(ReportFiles.JSON.readTree(answer).get("report")).isEqualTo(FINANCE.answer("平潭综合实验区财政金融局", 1));
        get(REPORT + "/revisions/3").statusCode(404);
        get(REPORT + "/revisions/x").statusCode(400).body("parameters[0].name", equalTo("revision"));
        get(REPORT + "/revisions/99999999999").statusCode(400);
    }

    @Test
    void returnsTheReceiptOfAnOlderRevision() {
        String hash = correct(FINANCE).extract().path("contentHash");

        get(REPORT + "/revisions/1/receipt")
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("contentHash", equalTo(hash))
                .body("status", equalTo("SUPERSEDED"));
    }

    @Test
    void comparesRevisionsFigureByFigure() {
        get(REPORT + "/revisions/2/changes")
                .statusCode(200)
                .body("since", equalTo(1))
                .body("revision", equalTo(2))
                .body(
                        "changes.pointer",
                        contains(
                                "/overview",
                                "/proactiveDisclosure/administrativeFees",
                                "/requests/newlyReceived/naturalPerson",
                                "/requests/newlyReceived/total",
                                "/requests/carriedForward/naturalPerson",
                                "/requests/carriedForward/total"))
                .body("changes[0].after", equalTo("更正：收费金额有误。"))
                .body("changes[1].before", equalTo(5949.09f))
                .body("changes[1].difference", equalTo(0.01f))
                .body("changes[2].cell", equalTo("表三 · 一、本年新收政府信息公开申请数量 · 自然人"));
        get(REPORT + "/revisions/1/changes?since=2").body("changes", hasSize(6));
        get(REPORT + "/revisions/2/changes?since=2").body("changes", empty());
        get(REPORT + "/revisions/1/changes").statusCode(404);
        get(REPORT + "/revisions/1/changes?since=-1").statusCode(400);
    }

    /** Computes the hash from the response only, as a client does. */
    @Test
    void hashCanBeRecomputedByAClient() throws Exception {
        JsonNode whole =
                ReportFiles.JSON.readTree(get(REPORT + "/revisions/2").extract().asString());
        ObjectNode content =
                ((ObjectNode) whole.get("report")).without(List.of("agency", "agencyName", "year", "revision", "form"));
        byte[] canonical = new JsonCanonicalizer(content.toString()).getEncodedUTF8();

        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));

        assertThat(whole.get("contentHash").asText()).isEqualTo(hash);
    }

    @Test
    void draftsTheNextReport() throws Exception {
        String draft = get("reports/350128-finance/2024/template")
                .statusCode(200)
                .body("overview", equalTo(""))
                .body("proactiveDisclosure.normativeDocuments.inForce", equalTo(8))
                .body("proactiveDisclosure.normativeDocuments.issued", equalTo(0))
                .body("requests.carriedOver.naturalPerson", equalTo(1))
                .body("requests.carriedForward.total", equalTo(1))
                .body("requests.newlyReceived.total", equalTo(0))
                .extract()
                .asString();

        post("validations", "{\"agency\": \"350128-finance\", \"year\": 2024, \"report\": " + draft + "}")
                .body("valid", equalTo(true))
                .body("findings.findAll { it.rule in ['CARRY-OVER', 'IN-FORCE'] }", empty());
        get("reports/350128-finance/2023/template").body("requests.carriedOver.total", equalTo(0));
        get("reports/nobody/2024/template").statusCode(404);
    }

    /** The form of 2019 has the items of the year before as a stock. */
    @Test
    void draftsTheNextReportOnTheFormOfItsYear() {
        submit(ReportFiles.of("350128-gov", 2019)).body("status", equalTo("ACCEPTED"));

        get("reports/350128-gov/2020/template")
                .body("proactiveDisclosure.otherExternalServices.priorYearItems", equalTo(115))
                .body("proactiveDisclosure.otherExternalServices.netChange", equalTo(0))
                .body("proactiveDisclosure.centralizedProcurement.totalAmount", equalTo(0));
    }
}
