package org.gongkai.filing.revalidation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.Console;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.gongkai.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against the service of the test. */
@QuarkusTest
class RevalidateCommandTest extends ServiceTest {

    @TempDir
    Path folder;

    private final Console console = new Console(Language.EN);

    @Test
    void waitsForTheEnd_andPrintsTheChangesByRule() throws IOException, SQLException {
        registerAll();
        submit(ReportFiles.of("350128-gov", 2023)).statusCode(201);
        long findings = count("select count(*) from finding");
        assertThat(findings).isPositive();
        execute("delete from finding");

        assertThat(run(TestIssuer.oversight(), "--year", "2023", "--format", "csv"))
                .isZero();

        assertThat(count("select count(*) from finding")).isEqualTo(findings);
        assertThat(console.out().lines()).element(0).asString().contains("rule").contains("added");
        assertThat(console.out().lines().skip(1)).hasSize((int) count("select count(distinct rule) from finding"));
        assertThat(console.err()).contains(": 0 of 1 reports").contains("DONE");
    }

    @Test
    void printsTheRefusalOfTheService() throws IOException {
        assertThat(run(TestIssuer.oversight(), "--year", "1999")).isEqualTo(1);
        assertThat(console.err()).startsWith("422 ");
    }

    @Test
    void refusesAnAgency() throws IOException {
        assertThat(run(TestIssuer.submitter("350128-gov"))).isEqualTo(1);
        assertThat(console.err()).startsWith("403 ");
    }

    private int run(String token, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), token);
        List<String> line = new ArrayList<>(
                List.of("--to", "http://localhost:" + RestAssured.port, "--token-file", file.toString()));
        line.addAll(List.of(options));
        return console.run(new RevalidateCommand(), line.toArray(String[]::new));
    }
}
