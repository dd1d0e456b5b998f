package org.gongkai.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
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

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void printsALinePerDocumentAndTheIssuesToReview() {
        int code = run(DOCUMENTS.toString());

        assertThat(code).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsPattern(POLICE + " +平潭综合实验区公安局 +2022  2021  200/200  0, 0 to review +0 +read\\R")
                .containsPattern(INCOMPLETE + " +平潭综合实验区 +2023  2021  197/200  33, 1 to review +0 +partly read\\R")
                .contains(INCOMPLETE + ": AMBIGUOUS /proactiveDisclosure/normativeDocuments ")
                .contains("pingtan-resources-2023.html");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("25 of 41");
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
    void sendsPlainReportsForTheirAgencies() throws IOException {
        assertThat(run(submitArguments(POLICE))).isZero();

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("201 350128-police revision 1, ");
        get("reports?agency=350128-police&year=2022").body("total", equalTo(1));
    }

    @Test
    void sendsDoubtfulReportsOnlyOnRequest() throws IOException {
        assertThat(run(submitArguments(DOUBTFUL))).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("not sent: review it");

        List<String> accepting = new ArrayList<>(List.of(submitArguments(DOUBTFUL)));
        accepting.add("--accept-guesses");
        assertThat(run(accepting.toArray(String[]::new))).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .as("sent, and refused for its arithmetic")
                .contains("422 2 error(s)");
    }

    @Test
    void sendsReportsOfGuessedAgenciesOnlyOnRequest() throws Exception {
        assertThat(run(submitArguments("lukou-finance-2023.txt"))).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("--accept-guesses. \"渌口区财政局\" in the title was recognized as the agency 430212-finance");
        assertThat(count("select count(*) from revision")).isZero();

        List<String> accepting = new ArrayList<>(List.of(submitArguments("lukou-finance-2023.txt")));
        accepting.add("--accept-guesses");
        assertThat(run(accepting.toArray(String[]::new))).isZero();
        assertThat(count("select count(*) from revision")).isOne();
    }

    @Test
    void neverSendsIncompleteReports() throws Exception {
        List<String> accepting = new ArrayList<>(List.of(submitArguments(INCOMPLETE)));
        accepting.add("--accept-guesses");

        assertThat(run(accepting.toArray(String[]::new))).isEqualTo(1);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("not sent: partly read");
        assertThat(count("select count(*) from revision")).isZero();
    }

    @Test
    void printsTheReasonOfARefusal() throws Exception {
        assertThat(run(submitArguments("pingtan-resources-2023.html"))).isEqualTo(1);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("422 3 error(s)");
        assertThat(count("select count(*) from revision")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--json",
                "x --submit",
                "x --to http://localhost",
                "x --accept-guesses",
                "x --what",
                "x --submit --to ftp://x --token-file y"
            })
    void printsItsUsageOnWrongArguments(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage: import FILE");
    }

    @Test
    void namesAMissingFile() {
        assertThat(run("no-such-file.html")).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("The file no-such-file.html does not exist");
    }

    @Test
    void reportsFilesThatAreNotReports() throws IOException {
        Path other = Files.writeString(folder.resolve("other.html"), "<p>公告</p>");
        Path table = Files.writeString(folder.resolve("table.xls"), "x");

        assertThat(run(other.toString(), table.toString())).isEqualTo(1);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("The tables of an annual report were not found")
                .contains("Not an HTML page, a DOCX file or plain text");
    }

    private String[] submitArguments(String file) throws IOException {
        Path token = Files.writeString(folder.resolve("token"), TestIssuer.oversight() + "\n");
        return new String[] {
            DOCUMENTS.resolve(file).toString(),
            "--submit",
            "--to",
            "http://localhost:" + RestAssured.port,
            "--token-file",
            token.toString()
        };
    }

    private int run(String... arguments) {
        return ImportCommand.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
