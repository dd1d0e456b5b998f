package org.gongkai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.filing.Drafts;
import org.gongkai.testing.Console;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.gongkai.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code import} for an area: what its pages cover, which agencies are unknown, what differs from the service. */
@QuarkusTest
class ImportCoverageTest extends ServiceTest {

    private static final Path DOCUMENTS = Path.of("src/test/resources/documents");
    private static final String POLICE = "pingtan-police-2022.html";

    @TempDir
    Path folder;

    private final Console console = new Console(Language.ZH);

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void coversEachAgencyAndYear_withWhatContradictsWhat() throws IOException {
        Files.writeString(folder.resolve("notice.html"), "<p>公告</p>");
        Path registry = registry();

        assertThat(run(
                        DOCUMENTS.toString(),
                        folder.resolve("notice.html").toString(),
                        "--coverage",
                        "--registry",
                        registry.toString(),
                        "--format",
                        "json"))
                .isEqualTo(1);

        JsonNode lines = ReportFiles.JSON.readTree(console.out());
        assertThat(line(lines, "平潭综合实验区公安局", 2022)).isEqualTo(ReportFiles.JSON.readTree("""
                        {"agency": "平潭综合实验区公安局", "code": "350128-police", "year": 2022, "status": "READ",
                         "figures": "200/200",
                         "files": "pingtan-police-2022.html；pingtan-police-2022.txt"}"""));
        // The report for 2023 has 470 documents in force, and that for 2022 implies 643.
        assertThat(line(lines, "平潭综合实验区", 2023).path("lastYear").asInt()).isEqualTo(1);
        assertThat(line(lines, "平潭综合实验区", 2022).path("lastYear").isInt()).isTrue();
        assertThat(line(lines, "平潭综合实验区", 2022).path("government").isInt()).isTrue();
        assertThat(StreamSupport.stream(lines.spliterator(), false)
                        .filter(line -> line.path("status").asText().equals("NOT_RECOGNIZED")))
                .extracting(line -> line.path("files").asText())
                .contains("notice.html");
    }

    @Test
    void writesTheTableAsAWorkbook() throws IOException {
        Path workbook = folder.resolve("coverage.xlsx");

        run(DOCUMENTS.toString(), "--coverage", "--xlsx", workbook.toString());

        try (InputStream file = Files.newInputStream(workbook);
                XSSFWorkbook read = new XSSFWorkbook(file)) {
            Sheet matrix = read.getSheet("机关与年度");
            List<String> years = new ArrayList<>();
            matrix.getRow(0).forEach(cell -> years.add(cell.toString()));
            assertThat(years).startsWith("机关", "2019.0").doesNotHaveDuplicates();
            Map<String, String> of2022 = StreamSupport.stream(matrix.spliterator(), false)
                    .filter(row -> row.getCell(years.indexOf("2022.0")) != null)
                    .collect(Collectors.toMap(
                            row -> row.getCell(0).toString(),
                            row -> row.getCell(years.indexOf("2022.0")).toString()));
            assertThat(of2022).containsEntry("平潭综合实验区公安局", "全部识别");
            assertThat(read.getSheet("明细").getRow(0).getCell(0)).hasToString("机关");
        }
    }

    /** The pages of an agency that is not registered; the proposal is imported as it is. */
    @Test
    void proposesAgenciesThatTheRegistryLacks_readyToBeImported() throws IOException {
        Path registry = Files.writeString(folder.resolve("agencies.csv"), """
                code,name,district,category,kind
                350128-gov,平潭综合实验区管理委员会,350128,government,GOVERNMENT
                430212-finance,株洲市渌口区财政局,430212,finance,DEPARTMENT
                430212-public-security,株洲市渌口区公安局,430212,public-security,DEPARTMENT
                350128-public-security,平潭综合实验区某局,350128,public-security,DEPARTMENT
                """);
        Path proposals = folder.resolve("proposals.csv");

        run(
                DOCUMENTS.resolve(POLICE).toString(),
                "--coverage",
                "--registry",
                registry.toString(),
                "--propose-agencies",
                proposals.toString());

        assertThat(console.err()).contains("清单中没有的机关：平潭综合实验区公安局");
        assertThat(proposals)
                .hasContent("\uFEFFcode,name,district,category,kind\r\n"
                        + "350128-public-security-2,平潭综合实验区公安局,350128,public-security,DEPARTMENT\r\n");
        RestAssured.given()
                .header("Content-Type", "text/csv")
                .body(Files.readAllBytes(proposals))
                .put("/api/v1/agencies")
                .then()
                .statusCode(200)
                .body("added", equalTo(1));
    }

    @Test
    void refusesAListThatIsNoRegistry() throws IOException {
        Path other = Files.writeString(folder.resolve("other.csv"), "code,name\n");

        assertThat(run(DOCUMENTS.resolve(POLICE).toString(), "--coverage", "--registry", other.toString()))
                .isEqualTo(1);

        assertThat(console.err()).contains("不是机关清单");
    }

    @Test
    void comparesADocumentWithTheReportInForce() throws IOException {
        compare().body("$", not(hasKey("differences"))).body("$", not(hasKey("comparedWith")));
        assertThat(runComparison()).isEqualTo(1);
        assertThat(console.err()).contains("未能比较");

        JsonNode read =
                ReportFiles.JSON.readTree(compare().extract().asString()).path("report");
        put("reports/350128-police/2022", read.toString()).statusCode(201);
        decideIfNeeded(1);
        compare().body("comparedWith", equalTo(1)).body("differences.size()", is(0));
        assertThat(runComparison()).isZero();

        int licences = read.at("/proactiveDisclosure/licensingDecisions").asInt();
        correct(
                        "reports/350128-police/2022",
                        Drafts.of("350128-police", 2022)
                                .with("/proactiveDisclosure/licensingDecisions", licences + 1)
                                .with("/overview", read.path("overview").asText() + "又及。")
                                .with(
                                        "/problemsAndImprovements",
                                        read.path("problemsAndImprovements").asText())
                                .with("/otherMatters", read.path("otherMatters").asText())
                                .json())
                .statusCode(201);
        decideIfNeeded(2);
        compare()
                .body("comparedWith", equalTo(2))
                .body("differences.pointer", hasItem("/proactiveDisclosure/licensingDecisions"))
                .body("differences.pointer", hasItem("/overview"))
                .body("differences.size()", is(2))
                .body("differences.cell", everyItem(not(equalTo(""))))
                .body("differences[0].published", equalTo(licences))
                .body("differences[0].stored", equalTo(licences + 1));
        assertThat(runComparison("--format", "csv")).isEqualTo(1);
        assertThat(console.out())
                .startsWith("file,agency,year,pointer,cell,published,stored\r\n")
                .contains(POLICE + ",350128-police,2022,/proactiveDisclosure/licensingDecisions,")
                .contains("," + licences + "," + (licences + 1) + "\r\n");
    }

    private static void decideIfNeeded(int revision) {
        if (get("reports/350128-police/2022/revisions/latest")
                .extract()
                .path("status")
                .equals("SUBMITTED")) {
            post(
                            "reports/350128-police/2022/decisions",
                            Map.of("revision", revision, "decision", "ACCEPT", "comment", "意见"))
                    .statusCode(200);
        }
    }

    private static ValidatableResponse compare() throws IOException {
        return RestAssured.given()
                .header("Content-Type", "text/html")
                .body(Files.readAllBytes(DOCUMENTS.resolve(POLICE)))
                .post("/api/v1/documents?compare=true")
                .then()
                .statusCode(200);
    }

    private int runComparison(String... others) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), TestIssuer.oversight() + "\n");
        List<String> arguments = new ArrayList<>(List.of(
                DOCUMENTS.resolve(POLICE).toString(),
                "--compare",
                "--to",
                "http://localhost:" + RestAssured.port,
                "--token-file",
                token.toString()));
        arguments.addAll(List.of(others));
        return run(arguments.toArray(String[]::new));
    }

    private Path registry() throws IOException {
        String csv = RestAssured.get("/api/v1/agencies?format=csv").asString();
        return Files.writeString(folder.resolve("registry.csv"), csv);
    }

    private static JsonNode line(JsonNode lines, String agency, int year) {
        return StreamSupport.stream(lines.spliterator(), false)
                .filter(line -> line.path("agency").asText().equals(agency)
                        && line.path("year").asInt() == year)
                .findFirst()
                .orElseThrow();
    }

    private int run(String... arguments) {
        return console.run(new ImportCommand(), arguments);
    }
}
