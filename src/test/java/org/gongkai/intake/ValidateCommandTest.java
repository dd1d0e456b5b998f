package org.gongkai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.testing.Console;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

    private static final RealReport REAL = ReportFiles.balanced()
            .filter(report -> report.year() > 2021)
            .findFirst()
            .orElseThrow();

    @TempDir
    Path folder;

    private final Console console = new Console(Language.EN);

    @Test
    void acceptsAReportWithoutErrors() throws IOException {
        assertThat(run("--year", year(), file("report.json", REAL.content()))).isZero();

        assertThat(console.err()).isEqualTo("report.json: 0 error(s), 0 warning(s)\n");
    }

    @Test
    void namesTheCellOfAnError() throws IOException {
        assertThat(run("--year", year(), "--format", "json", file("report.json", broken())))
                .isEqualTo(1);

        JsonNode findings = ReportFiles.JSON.readTree(console.out());
        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.path("file").asText()).isEqualTo("report.json");
            assertThat(finding.path("year").asInt()).isEqualTo(REAL.year());
            assertThat(finding.path("severity").asText()).isEqualTo("ERROR");
        });
        assertThat(findings)
                .extracting(finding -> finding.path("rule").asText())
                .contains("T3-BALANCE", "T3-ROW-TOTAL");
    }

    @Test
    void readsBatchesWithTheirYears() throws IOException {
        String lines = item(REAL.content()) + "\n" + item(broken()) + "\n";
        Path batch = Files.writeString(folder.resolve("batch.ndjson"), lines);
        Path array = Files.writeString(
                folder.resolve("array.json"), "[" + lines.strip().replace("\n", ",") + "]");

        assertThat(run("--format", "csv", batch.toString(), array.toString())).isEqualTo(1);

        assertThat(console.err().lines())
                .anyMatch(line -> line.startsWith("batch.ndjson: 0 error(s)"))
                .anyMatch(line -> line.startsWith("batch.ndjson#2: ") && !line.contains(" 0 error(s)"))
                .anyMatch(line -> line.startsWith("array.json: 0 error(s)"))
                .anyMatch(line -> line.startsWith("array.json#2: ") && !line.contains(" 0 error(s)"));
    }

    @Test
    void comparesWithTheYearBefore() throws IOException {
        ObjectNode next = REAL.content().deepCopy();
        int carriedForward = next.at("/requests/carriedForward/total").asInt();
        ObjectNode previous = REAL.content().deepCopy();
        ((ObjectNode) previous.at("/proactiveDisclosure/rules")).put("inForce", 1_000);

        run(
                "--year",
                year(),
                "--previous",
                file("previous.json", previous),
                "--format",
                "csv",
                file("next.json", next));

        assertThat(console.out()).contains(",WARNING,IN-FORCE,/proactiveDisclosure/rules/inForce,");
        assertThat(console.out().contains("CARRY-OVER"))
                .isEqualTo(
                        carriedForward != next.at("/requests/carriedOver/total").asInt());
    }

    @Test
    void readsPublishedDocuments() {
        assertThat(run("src/test/resources/documents/pingtan-police-2022.html")).isZero();
        assertThat(run("src/test/resources/documents/pingtan-resources-2023.html"))
                .isEqualTo(1);
        assertThat(console.out()).contains("T3-");
    }

    @Test
    void saysWhyAFileHoldsNoReport() throws IOException {
        assertThat(run(file("report.json", REAL.content()))).isEqualTo(1);
        assertThat(console.out()).contains("SHAPE", "The report year is unknown; name it with --year");
        assertThat(run("--year", "2018", file("report.json", REAL.content()))).isEqualTo(1);
        assertThat(console.out()).contains("No form covers the year 2018");
        assertThat(run(
                        "--year",
                        "2024",
                        Files.writeString(folder.resolve("cut.json"), "{\"overview\":")
                                .toString()))
                .isEqualTo(1);
        assertThat(console.out()).contains("No valid JSON", "(1:");
        assertThat(run(
                        "--year",
                        "2024",
                        Files.writeString(folder.resolve("empty.json"), "").toString()))
                .isEqualTo(1);
        assertThat(console.out()).contains("The file holds no report");
        assertThat(run("--year", "2024", folder.resolve("missing.json").toString()))
                .isEqualTo(1);
        assertThat(console.err()).endsWith("missing.json does not exist or cannot be read\n");
        assertThat(console.err().lines()).hasSize(1);
    }

    @Test
    void refusesWhatTheServiceWouldRefuse() throws IOException {
        Path deep = Files.writeString(folder.resolve("deep.json"), "[".repeat(100_000));
        Path encoded = Files.write(
                folder.resolve("encoded.json"), REAL.content().toString().getBytes(Charset.forName("GB18030")));

        assertThat(run("--year", year(), deep.toString(), encoded.toString())).isEqualTo(1);

        assertThat(console.out()).contains("No valid JSON", "The encoding is not UTF-8");
    }

    @Test
    void comparesOnlyOneReport() throws IOException {
        String report = file("report.json", REAL.content());

        assertThat(run("--year", year(), "--previous", report, report, report)).isEqualTo(2);

        assertThat(console.err()).contains("--previous can only be used with one report");
    }

    private static ObjectNode broken() {
        ObjectNode report = REAL.content().deepCopy();
        ObjectNode received = (ObjectNode) report.at("/requests/newlyReceived");
        received.put("naturalPerson", received.path("naturalPerson").asInt() + 1);
        return report;
    }

    private static String item(JsonNode report) {
        ObjectNode item = ReportFiles.JSON.createObjectNode();
        item.put("agency", REAL.agency()).put("year", REAL.year()).set("report", report);
        return item.toString();
    }

    private static String year() {
        return String.valueOf(REAL.year());
    }

    private String file(String name, JsonNode content) throws IOException {
        return Files.writeString(folder.resolve(name), content.toString()).toString();
    }

    private int run(String... arguments) {
        return console.run(new ValidateCommand(), arguments);
    }
}
