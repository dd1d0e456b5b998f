package org.gongkai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.gongkai.transcription.carrier.DocumentType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DocumentResourceTest extends ServiceTest {

    private static final String POLICE = "pingtan-police-2022.html";
    private static final int LIMIT = 10 * 1024 * 1024;

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void returnsAReportWithItsAgencyThatCanBeSubmitted() throws Exception {
        Object report = send(document(POLICE), "text/html")
                .statusCode(200)
                .body("agencyName", equalTo("平潭综合实验区公安局"))
                .body("agency", equalTo("350128-police"))
                .body("year", equalTo(2022))
                .body("form", equalTo("2021"))
                .body("sources.pointer", hasItem("/requests/newlyReceived/naturalPerson"))
                .body("issues", empty())
                .extract()
                .path("report");

        put("reports/350128-police/2022", report).statusCode(201);
    }

    @Test
    void readsThePdfFileThatTheServiceWrites() throws Exception {
        String report = ReportFiles.of("350128-police", 2022).content().toString();
        put("reports/350128-police/2022", report).statusCode(201);
        byte[] file = RestAssured.given()
                .accept("application/pdf")
                .get("/api/v1/reports/350128-police/2022")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        Object imported = send("?rendering=true", file, "application/pdf")
                .statusCode(200)
                .body("agency", equalTo("350128-police"))
                .body("year", equalTo(2022))
                .body("issues", empty())
                .body("rendering.pages.page", hasItem(1))
                .body("sources.find { it.pointer == '/requests/newlyReceived/total' }.place.box.top", greaterThan(0f))
                .extract()
                .path("report");
        send(file, "application/octet-stream").statusCode(200);

        put("reports/350128-police/2022", imported).statusCode(200);
    }

    @Test
    void tellsWhereEachNumberIsPrinted_andRendersTheDocumentOnRequest() throws Exception {
        send(document(POLICE), "text/html")
                .statusCode(200)
                .body("sources.find { it.pointer == '/requests/newlyReceived/naturalPerson' }.place.table", equalTo(2))
                .body("rendering", nullValue());

        ValidatableResponse rendered = send("?rendering=true", document(POLICE), "text/html")
                .statusCode(200)
                .body("rendering.complete", equalTo(true))
                .body("rendering.pages", empty())
                .body("rendering.blocks.table.findAll { it != null }", contains(1, 2, 3));
        Map<String, Integer> place =
                rendered.extract().path("sources.find { it.pointer == '/requests/newlyReceived/naturalPerson' }.place");
        Integer number = rendered.extract().path("report.requests.newlyReceived.naturalPerson");
        rendered.body(
                "rendering.blocks.find { it.table == %d }.rows[%d].cells.find { it.column == %d }.text"
                        .formatted(place.get("table"), place.get("row") - 1, place.get("column")),
                equalTo(number.toString()));
        send("?rendering=yes", document(POLICE), "text/html").statusCode(400);
    }

    @Test
    void tellsWhereAnUnreadableNumberIsPrinted() throws Exception {
        byte[] page = new String(document(POLICE), StandardCharsets.UTF_8)
                .replaceFirst("(行政许可(?s:.*?)</td>\\s*<td[^>]*>)(?s:.*?)</td>", "$1若干</td>")
                .getBytes(StandardCharsets.UTF_8);

        send(page, "text/html")
                .statusCode(200)
                .body("issues.kind", contains("UNREADABLE"))
                .body("issues[0].place.table", equalTo(1))
                .body("issues[0].place.column", equalTo(2));
    }

    @Test
    void refusesPdfFilesThatAreDamaged() {
        send("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "application/pdf")
                .statusCode(422)
                .body("type", containsString("unreadable-document"))
                .body("detail", containsString("PDF"));
    }

    @Test
    void restoresAReportThatTheServiceRendered() throws Exception {
        String report = ReportFiles.of("350128-police", 2022).content().toString();
        put("reports/350128-police/2022", report).statusCode(201);
        byte[] page = RestAssured.given()
                .accept("text/html")
                .get("/api/v1/reports/350128-police/2022")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        Object imported = send(page, "text/html")
                .statusCode(200)
                .body("agency", equalTo("350128-police"))
                .extract()
                .path("report");

        put("reports/350128-police/2022", imported).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "渌口区财政局, 430212-finance",
        "平潭综合实验区, 350128-gov",
        "洪泽区, 320813-gov",
        "淮安市, 320800-gov",
        "局,",
        "%财政局,",
        "株洲市攸县财政局,",
    })
    void recognizesAUniqueShortNameAndReportsItAsAGuess(String name, String agency) throws Exception {
        send(police(name), "text/html")
                .statusCode(200)
                .body("agencyName", equalTo(name))
                .body("agency", equalTo(agency))
                .body("issues.findAll { it.kind == 'GUESSED' }.pointer", agency == null ? empty() : contains(""));
    }

    @Test
    void reportsANameOfNoAgency() throws Exception {
        send(police("某县财政局"), "text/html")
                .statusCode(200)
                .body("agencyName", equalTo("某县财政局"))
                .body("agency", nullValue())
                .body("issues.kind", contains("MISSING"))
                .body("issues.detail", contains("名录中没有名为“某县财政局”的机关"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"平潭县教育局（平潭县体育局）", "平潭县教育局(平潭县体育局)"})
    void bracketsOfBothWidthsAreEqual(String printed) throws Exception {
        put(
                        "agencies/350128-sports",
                        Map.of(
                                "name",
                                "平潭县教育局（平潭县体育局）",
                                "district",
                                "350128",
                                "category",
                                "education",
                                "kind",
                                "DEPARTMENT"))
                .statusCode(201);

        send(police(printed), "text/html")
                .statusCode(200)
                .body("agency", equalTo("350128-sports"))
                .body("issues", empty());
    }

    @Test
    void reportsAnotherYearInTheTitles() throws Exception {
        String page = new String(document(POLICE), StandardCharsets.UTF_8)
                .replaceFirst("<title>.*?</title>", "<title>平潭综合实验区公安局2021年政府信息公开工作年度报告</title>");

        send(page.getBytes(StandardCharsets.UTF_8), "text/html")
                .statusCode(200)
                .body("year", equalTo(2022))
                .body("issues.kind", contains("COMPETING"))
                .body("issues.pointer", contains(""))
                .body("issues.detail", hasItem(containsString("平潭综合实验区公安局2021年")));
    }

    @Test
    void storesNothing() throws Exception {
        long events = count("select count(*) from event");

        send(document(POLICE), "text/html").statusCode(200);

        assertThat(count("select count(*) from revision")).isZero();
        assertThat(count("select count(*) from event")).isEqualTo(events);
    }

    @Test
    void returnsTheFindingsOfASubmission() throws Exception {
        put(
                        "reports/350128-police/2021",
                        ReportFiles.of("350128-police", 2022).content().toString())
                .statusCode(201);

        send(document(POLICE), "text/html")
                .body("findings.rule", hasItem("CARRY-OVER"))
                .body("findings.rule", hasItem("LATE"));
    }

    @Test
    void hidesReportsOfOneAgencyFromAnother() throws Exception {
        put(
                        "reports/350128-police/2021",
                        ReportFiles.of("350128-police", 2022).content().toString())
                .statusCode(201);

        send(TestIssuer.submitter("350128-finance"), document(POLICE), "text/html", "zh")
                .statusCode(200)
                .body("agency", equalTo("350128-police"))
                .body("findings", empty());
    }

    @Test
    void returnsTheFaultsOfTheDocument() throws Exception {
        send(document("pingtan-resources-2023.html"), "text/html")
                .statusCode(200)
                .body("findings.rule", contains("T3-BALANCE", "T3-ROW-TOTAL", "T3-ROW-TOTAL"));
    }

    @Test
    void leavesOutUnreadableNumbersAndReportsThem() throws Exception {
        ValidatableResponse answer = send(document("pingtan-area-2023-glued.txt"), "text/plain")
                .statusCode(200)
                .body("agency", equalTo("350128-gov"))
                .body("report.proactiveDisclosure.normativeDocuments", equalTo(Map.of()));

        answer.body(
                        "issues.findAll { it.kind == 'AMBIGUOUS' }.pointer",
                        contains("/proactiveDisclosure/normativeDocuments"))
                .body("findings.findAll { it.rule == 'SHAPE' }", hasSize(3));
    }

    @Test
    void recognizesAgenciesByFormerNames() throws Exception {
        put(
                        "agencies/350128-police",
                        Map.of(
                                "name", "平潭综合实验区公安分局",
                                "nameSince", "2025-01-01",
                                "district", "350128",
                                "category", "public-security",
                                "kind", "DEPARTMENT"))
                .statusCode(200);

        send(document(POLICE), "text/html").body("agency", equalTo("350128-police"));
    }

    @Test
    void returnsNoAgencyIfSeveralHaveTheName() throws Exception {
        put(
                        "agencies/350128-other",
                        Map.of(
                                "name", "平潭综合实验区公安局",
                                "district", "350100",
                                "category", "public-security",
                                "kind", "DEPARTMENT"))
                .statusCode(201);

        send(document(POLICE), "text/html").statusCode(200).body("agency", nullValue());
    }

    @Test
    void usesTheLanguageOfTheCaller() throws Exception {
        send(TestIssuer.oversight(), document("hongze-district-2023.txt"), "text/plain", "en")
                .body("issues.detail", hasItem(containsString("Only one row is printed")))
                .body("findings.message", hasItem(containsString("The total is 0")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "GBK", "UTF-8", "UTF-16"})
    void readsTheEncodingsOfChinesePages(String encoding) throws Exception {
        byte[] text = new String(document("lukou-finance-2023.txt"), StandardCharsets.UTF_8)
                .getBytes(Charset.forName(encoding));

        send(text, "text/plain").statusCode(200).body("agencyName", equalTo("渌口区财政局"));
        send(text, "text/plain; charset=" + encoding).statusCode(200).body("agencyName", equalTo("渌口区财政局"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body><h1>公安局2022年政府信息公开工作年度报告</h1><img src='1.jpg'></body></html>", "1 2 3"})
    void refusesDocumentsThatAreNotReports(String document) {
        send(document.getBytes(StandardCharsets.UTF_8), "text/html")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-a-report"));
    }

    @Test
    void refusesDamagedFiles() {
        send(
                        "no zip".getBytes(StandardCharsets.US_ASCII),
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
                .statusCode(422)
                .body("type", equalTo("/problems/unreadable-document"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "application/json", "application/rtf"})
    void refusesOtherMediaTypesAndNamesThoseThatAreRead(String type) {
        send(new byte[] {1}, type)
                .statusCode(415)
                .body("type", equalTo("/problems/unsupported-media-type"))
                .body("detail", containsString("application/msword"));
    }

    /** The first bytes of a PNG, a JPEG, a TIFF in both byte orders, a WebP, a HEIF and a BMP file, in hexadecimal. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "89504E470D0A1A0A0000000D49484452",
                "FFD8FFE000104A464946000101",
                "49492A0008000000",
                "4D4D002A00000008",
                "524946462400000057454250",
                "000000186674797068656963",
                "424D460000000000000036000000"
            })
    void tellsThatAPictureIsNotRead(String start) {
        byte[] picture = HexFormat.of().parseHex(start);
        for (String named : List.of("application/octet-stream", DocumentType.DOCX_TYPE, DocumentType.PDF_TYPE)) {
            send(picture, named)
                    .statusCode(422)
                    .body("type", equalTo("/problems/unreadable-document"))
                    .body("detail", containsString("图片不能识别，请提供 Word 或 PDF 文件"));
        }
    }

    static Stream<String> carriers() {
        return Stream.of("1.doc", "1.xls", "1.odt", "1.ods");
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void readsEachTypeUnderItsNameAndByItsContent(String file) throws Exception {
        byte[] document = resource("/carriers/" + file);
        String type = DocumentType.ofFile(file).orElseThrow().type();

        for (String named : List.of(type, "application/octet-stream", DocumentType.DOCX_TYPE)) {
            send(document, named)
                    .statusCode(200)
                    .body("agencyName", equalTo("某某局"))
                    .body("form", equalTo("2021"));
        }
    }

    @Test
    void readsAFileOfAForm() throws Exception {
        for (String file : List.of("1.doc", "1.ods")) {
            upload("file", "某某局年报" + file, resource("/carriers/" + file))
                    .statusCode(200)
                    .body("agencyName", equalTo("某某局"));
        }
    }

    @Test
    void refusesAFormWithoutTheField() throws Exception {
        upload("document", "1.doc", resource("/carriers/1.doc")).statusCode(400).body("detail", containsString("file"));
        send("x".getBytes(StandardCharsets.US_ASCII), "multipart/form-data")
                .statusCode(400)
                .body("detail", containsString("boundary"));
    }

    @Test
    void advisesToSaveRichTextAsDocx() throws Exception {
        send(resource("/carriers/0.rtf"), "application/octet-stream")
                .statusCode(422)
                .body("type", equalTo("/problems/unreadable-document"))
                .body("detail", containsString("另存为 DOCX"));
        send(TestIssuer.oversight(), resource("/carriers/0.rtf"), "application/msword", "en")
                .statusCode(422)
                .body("detail", containsString("save the file as DOCX"));
    }

    private static ValidatableResponse upload(String field, String name, byte[] content) {
        return RestAssured.given()
                .noFilters()
                .header("Authorization", "Bearer " + TestIssuer.oversight())
                .multiPart(field, name, content, "application/octet-stream")
                .post("/api/v1/documents")
                .then();
    }

    @Tag("thorough")
    @Test
    void refusesDocumentsOverTheSizeLimit() {
        send(new byte[LIMIT + 1], "text/html").statusCode(413).body("type", equalTo("/problems/body-too-large"));
        send(new byte[LIMIT], "text/plain").statusCode(422);
    }

    private static ValidatableResponse send(byte[] document, String type) {
        return send(TestIssuer.oversight(), document, type, "zh");
    }

    /** Sends a document with parameters. */
    private static ValidatableResponse send(String query, byte[] document, String type) {
        return send(TestIssuer.oversight(), query, document, type, "zh");
    }

    private static ValidatableResponse send(String token, byte[] document, String type, String language) {
        return send(token, "", document, type, language);
    }

    private static ValidatableResponse send(String token, String query, byte[] document, String type, String language) {
        return RestAssured.given()
                .noFilters()
                .headers(Map.of("Authorization", "Bearer " + token, "Accept-Language", language))
                .header("Content-Type", type)
                .body(document)
                .post("/api/v1/documents" + query)
                .then();
    }

    /** Returns a page with another name of the agency. */
    private static byte[] police(String name) throws IOException {
        return new String(document(POLICE), StandardCharsets.UTF_8)
                .replace("平潭综合实验区公安局", name)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] document(String file) throws IOException {
        return resource("/documents/" + file);
    }

    private static byte[] resource(String path) throws IOException {
        try (InputStream content = DocumentResourceTest.class.getResourceAsStream(path)) {
            return content.readAllBytes();
        }
    }
}
