package org.gongkai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkai.filing.Drafts;
import org.gongkai.publication.PrintedPdfFiles;
import org.gongkai.testing.Console;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.gongkai.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ImportCommandTest extends ServiceTest {

    private static final Path DOCUMENTS = Path.of("src/test/resources/documents");
    private static final String POLICE = "pingtan-police-2022.html";
    private static final String INCOMPLETE = "pingtan-area-2023-glued.txt";
    private static final String DOUBTFUL = "hongze-district-2023.txt";

    @TempDir
    Path folder;

    private final Console console = new Console(Language.EN);

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void printsALinePerDocumentAndTheIssuesToReview() {
        int code = run(DOCUMENTS.toString());

        assertThat(code).isEqualTo(1);
        assertThat(console.out())
                .containsPattern(POLICE + " +平潭综合实验区公安局 +2022 +2021 +200/200 +0 +0 +0 +read\\R")
                .containsPattern(INCOMPLETE + " +平潭综合实验区 +2023 +2021 +197/200 +33 +1 +0 +partly read\\R")
                .contains("pingtan-resources-2023.html");
        assertThat(console.err())
                .containsPattern("\\[[0-9]+/41\\] " + POLICE + ": read\\R")
                .containsPattern(INCOMPLETE + ": partly read\\R  AMBIGUOUS /proactiveDisclosure/normativeDocuments ");
    }

    @Test
    void printsResultsForProgramsAndSpreadsheets() throws IOException {
        run(DOCUMENTS.toString(), "--format", "json", "--quiet");

        JsonNode results = ReportFiles.JSON.readTree(console.out());
        assertThat(results).hasSize(41).allSatisfy(result -> assertThat(
                        result.path("status").asText())
                .isIn("READ", "PARTLY_READ", "UNREADABLE"));
        assertThat(console.err()).isEmpty();

        run(DOCUMENTS.resolve(POLICE).toString(), "--format", "CSV");

        assertThat(console.out())
                .isEqualTo("file,agency,year,form,figures,issues,toReview,errors,status,detail\r\n" + POLICE
                        + ",平潭综合实验区公安局,2022,2021,200/200,0,0,0,READ,\r\n");
    }

    @Test
    void readsTheStandardInput() throws IOException {
        InputStream before = System.in;
        try (InputStream document = Files.newInputStream(DOCUMENTS.resolve(POLICE))) {
            System.setIn(document);

            assertThat(run("-", "--format", "csv")).isZero();
        } finally {
            System.setIn(before);
        }
        assertThat(console.out()).contains("-,平潭综合实验区公安局,2022,2021,200/200,");
    }

    @Tag("thorough")
    @Test
    void resumesAfterAnInterruption() throws Exception {
        Path record = folder.resolve("sent.jsonl");
        String[] resuming = with(submitArguments(POLICE), "--resume", record.toString());
        String[] away = resuming.clone();
        away[3] = "http://localhost:1";

        assertThat(run(away)).isEqualTo(1);
        assertThat(console.out()).contains("not delivered  The service at http://localhost:1/ cannot be reached: ");
        assertThat(record).isEmptyFile();

        assertThat(run(resuming)).isZero();
        assertThat(console.out()).contains("stored").doesNotContain("stored before");

        Files.writeString(record, "{\"cut off", StandardOpenOption.APPEND);
        Files.writeString(folder.resolve("token"), "no-valid-token,so-a-request-would-be-refused");
        assertThat(run(resuming)).isZero();
        assertThat(console.out()).contains("stored before");
    }

    @Test
    void writesTheExtractedReport() throws IOException {
        assertThat(run(DOCUMENTS.resolve(POLICE).toString(), "--json", folder.toString()))
                .isZero();

        assertThat(ReportFiles.JSON
                        .readTree(folder.resolve(POLICE + ".json").toFile())
                        .at("/requests/newlyReceived"))
                .isEqualTo(ReportFiles.of("350128-police", 2022).content().at("/requests/newlyReceived"));
    }

    @Test
    void readsPdfFiles() throws IOException {
        Path file = folder.resolve("report.pdf");
        Files.write(file, PrintedPdfFiles.of(ReportFiles.of("350128-police", 2022), "平潭综合实验区公安局"));

        assertThat(run(file.toString())).isZero();
        assertThat(console.out()).containsPattern("report.pdf +平潭综合实验区公安局 +2022 +2021 +200/200 +0 +0 +0 +read\\R");
    }

    @Test
    void sendsPlainReportsForTheirAgencies() throws IOException {
        assertThat(run(submitArguments(POLICE))).isZero();

        assertThat(console.out()).contains("350128-police revision 1, ");
        get("reports?agency=350128-police&year=2022").body("total", equalTo(1));
    }

    @Test
    void statesTheReasonOfACorrection_andTheResponsiblePerson() throws IOException {
        put(
                        "reports/350128-police/2022",
                        Drafts.of("350128-police", 2022)
                                .with("/proactiveDisclosure/licensingDecisions", 1)
                                .json())
                .statusCode(201);

        assertThat(run(submitArguments(POLICE))).isEqualTo(1);
        assertThat(console.out()).contains("refused").contains("422");

        assertThat(run(with(
                        submitArguments(POLICE), "--change-reason", ServiceTest.CHANGE_REASON, "--approved-by", "李明")))
                .isZero();
        get("reports/350128-police/2022/revisions/2")
                .body("changeReason", equalTo(ServiceTest.CHANGE_REASON))
                .body("approvedBy", equalTo("李明"));
    }

    @Test
    void sendsDoubtfulReportsOnlyOnRequest() throws IOException {
        assertThat(run(submitArguments(DOUBTFUL))).isEqualTo(1);
        assertThat(console.out()).contains("not sent  review it");

        assertThat(run(with(submitArguments(DOUBTFUL), "--accept-guesses"))).isEqualTo(1);
        assertThat(console.out()).as("sent, and refused for its arithmetic").contains("422 2 error(s)");
    }

    @Test
    void sendsReportsOfGuessedAgenciesOnlyOnRequest() throws Exception {
        assertThat(run(submitArguments("lukou-finance-2023.txt"))).isEqualTo(1);
        assertThat(console.out())
                .contains("--accept-guesses. \"渌口区财政局\" in the title was recognized as the agency 430212-finance");
        assertThat(count("select count(*) from revision")).isZero();

        assertThat(run(with(submitArguments("lukou-finance-2023.txt"), "--accept-guesses")))
                .isZero();
        assertThat(count("select count(*) from revision")).isOne();
    }

    @Test
    void doesNotSendAPageWithTitlesOfTwoYears() throws Exception {
        Path page = Files.writeString(
                folder.resolve("page.html"),
                Files.readString(DOCUMENTS.resolve(POLICE))
                        .replaceFirst("<title>.*?</title>", "<title>平潭综合实验区公安局2021年政府信息公开工作年度报告</title>"));

        assertThat(run(submitArguments(page))).isEqualTo(1);

        assertThat(console.out()).contains("not sent  partly read");
        assertThat(console.err()).contains("COMPETING - There are several titles");
        assertThat(count("select count(*) from revision")).isZero();
    }

    @Test
    void neverSendsIncompleteReports() throws Exception {
        assertThat(run(with(submitArguments(INCOMPLETE), "--accept-guesses"))).isEqualTo(1);

        assertThat(console.out()).contains("not sent  partly read");
        assertThat(count("select count(*) from revision")).isZero();
    }

    @Test
    void printsTheReasonOfARefusal() throws Exception {
        assertThat(run(submitArguments("pingtan-resources-2023.html"))).isEqualTo(1);

        assertThat(console.out()).contains("422 3 error(s)");
        assertThat(count("select count(*) from revision")).isZero();
    }

    @Test
    void changesNoFileThatIsNoRecord() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "do not touch");

        assertThat(run(with(submitArguments(POLICE), "--resume", notes.toString())))
                .isEqualTo(1);

        assertThat(console.err()).contains("notes.txt is no record").hasLineCount(1);
        assertThat(notes).hasContent("do not touch");
    }

    @Test
    void skipsHiddenAndTemporaryFilesOfAFolder() throws IOException {
        Files.writeString(folder.resolve(".hidden.html"), "<p>x</p>");
        Files.writeString(folder.resolve("~$report.docx"), "x");

        assertThat(run(folder.toString())).isEqualTo(1);

        assertThat(console.err()).contains("holds no file that can be read");
    }

    @Test
    void readsTheDocumentsOfAnArchive() throws IOException {
        Path archive = folder.resolve("年报.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String name : new String[] {"平潭/公安局.html", "../../out.html"}) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(Files.readAllBytes(DOCUMENTS.resolve(POLICE)));
            }
        }
        Path target = folder.resolve("json");

        assertThat(run(archive.toString(), "--format", "csv", "--json", target.toString()))
                .isZero();

        assertThat(console.out())
                .contains("年报.zip/平潭/公安局.html,平潭综合实验区公安局,2022,2021,200/200,")
                .contains("年报.zip/out.html,平潭综合实验区公安局");
        assertThat(target.resolve("年报.zip/平潭/公安局.html.json")).isRegularFile();
        assertThat(target.resolve("年报.zip/out.html.json")).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--json",
                "x --resume y",
                "x --to http://localhost",
                "x --accept-guesses",
                "x --what",
                "x --xlsx y",
                "x --submit --coverage",
                "x --coverage --compare",
                "x --submit --to ftp://x --token-file y",
                "x --format xml"
            })
    void saysWhatIsWrongWithTheArguments(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);

        assertThat(console.err().lines()).hasSize(2).last().isEqualTo("See import --help");
    }

    @Test
    void namesAMissingFile() {
        assertThat(run("no-such-file.html")).isEqualTo(1);

        assertThat(console.err()).contains("The file no-such-file.html does not exist");
    }

    @Test
    void reportsFilesThatAreNotReports() throws IOException {
        Path other = Files.writeString(folder.resolve("other.html"), "<p>公告</p>");
        Path table = Files.writeString(folder.resolve("table.png"), "x");

        assertThat(run(other.toString(), table.toString())).isEqualTo(1);

        assertThat(console.out())
                .contains("The tables of an annual report were not found")
                .contains("Files of this type are not read; save it as DOCX");
    }

    private String[] submitArguments(String file) throws IOException {
        return submitArguments(DOCUMENTS.resolve(file));
    }

    private String[] submitArguments(Path file) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), TestIssuer.oversight() + "\n");
        return new String[] {
            file.toString(),
            "--submit",
            "--to",
            "http://localhost:" + RestAssured.port,
            "--token-file",
            token.toString()
        };
    }

    private static String[] with(String[] arguments, String... others) {
        return Stream.concat(Stream.of(arguments), Stream.of(others)).toArray(String[]::new);
    }

    private int run(String... arguments) {
        return console.run(new ImportCommand(), arguments);
    }
}
