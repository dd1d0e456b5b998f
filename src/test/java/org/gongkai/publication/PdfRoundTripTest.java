package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gongkai.form.Form;
import org.gongkai.form.statutory.Forms;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.transcription.Transcriber;
import org.gongkai.transcription.Transcript;
import org.gongkai.transcription.carrier.DocumentType;
import org.gongkai.transcription.page.UnreadableDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reports that are written as PDF, by the service or by an office program from its DOCX file, and imported again. */
class PdfRoundTripTest {

    private static final String OFFICE_PROGRAM = "soffice";
    private static final int CONVERTED = 6;
    private static final long MAX_MINUTES = 5;

    @TempDir
    Path folder;

    static List<RealReport> reports() {
        return ReportFiles.all();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void restoresEveryRealReport(RealReport report) throws UnreadableDocument {
        assertRestored(report, PrintedPdfFiles.of(report, "某某局"));
    }

    @Tag("thorough")
    @Test
    void restoresReportsThatAnOfficeProgramConverted() throws Exception {
        assumeTrue(isInstalled(), "LibreOffice is not installed");
        List<RealReport> some = reports().stream().limit(CONVERTED).toList();
        for (int index = 0; index < some.size(); index++) {
            Files.write(
                    folder.resolve(index + ".docx"),
                    Pages.bytes(
                            WordDocument::write,
                            OfficialDocument.of("某某局", Pages.contents(some.get(index)), Pages.DATED)));
        }
        convert();

        for (int index = 0; index < some.size(); index++) {
            assertRestored(some.get(index), Files.readAllBytes(folder.resolve(index + ".pdf")));
        }
    }

    private static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, OFFICE_PROGRAM)));
    }

    private void convert() throws Exception {
        Process converter = new ProcessBuilder(
                        "sh",
                        "-c",
                        OFFICE_PROGRAM + " -env:UserInstallation="
                                + folder.resolve("profile").toUri() + " --headless --convert-to pdf *.docx")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(converter.waitFor(MAX_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(converter.exitValue()).isZero();
    }

    private static void assertRestored(RealReport report, byte[] file) throws UnreadableDocument {
        Form form = Forms.of(report.year()).orElseThrow();
        Transcript read = Transcriber.transcribe(file, DocumentType.PDF, null);

        assertThat(read.agencyName()).contains("某某局");
        assertThat(read.year()).contains(report.year());
        assertThat(read.form()).isSameAs(form);
        form.texts().forEach(section -> assertThat(
                        withoutBlanks(read.report().get(section.name()).asText()))
                .isEqualTo(withoutBlanks(report.content().get(section.name()).asText())));
        form.figures().stream().flatMap(figure -> figure.cells().stream()).forEach(cell -> assertThat(
                        read.report().at(cell.pointer()).decimalValue())
                .as(cell.pointer())
                .isEqualByComparingTo(report.content().at(cell.pointer()).decimalValue()));
    }

    /** Returns a text without blanks. Where a line ends in a file, it is not known whether a blank stood there. */
    private static String withoutBlanks(String text) {
        return text.replaceAll("[\\s\\p{Z}]", "");
    }
}
