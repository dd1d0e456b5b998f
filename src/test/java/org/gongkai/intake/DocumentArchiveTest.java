package org.gongkai.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkai.transcription.Transcriber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentArchiveTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void readsNamesInEitherEncoding(String encoding) throws IOException {
        assertThat(names(archive(Charset.forName(encoding), "石峰区/教育局.docx", "财政局.xls")))
                .containsExactly("x.zip/石峰区/教育局.docx", "x.zip/财政局.xls");
    }

    @ParameterizedTest
    @CsvSource({
        "../../etc/a.html, x.zip/etc/a.html",
        "/a.html, x.zip/a.html",
        "..\\..\\a.html, x.zip/a.html",
        "C:\\a.html, x.zip/C/a.html",
        "a/./b/../c.html, x.zip/a/b/c.html"
    })
    void namesNeverLeaveTheArchive(String name, String shown) throws IOException {
        assertThat(names(archive(StandardCharsets.UTF_8, name))).containsExactly(shown);
    }

    @Test
    void skipsWhatIsNoDocument() throws IOException {
        assertThat(names(archive(
                        StandardCharsets.UTF_8,
                        "a.png",
                        ".a.html",
                        "~$a.docx",
                        "__MACOSX/a.html",
                        "folder/",
                        "a.html")))
                .containsExactly("x.zip/a.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inner.zip", "a/inner.RAR", "inner.7z"})
    void reportsArchivesInside(String name) throws IOException {
        FileReading reading =
                FileReading.of(files(archive(StandardCharsets.UTF_8, name)).get(0));

        assertThat(reading.name()).isEqualTo("x.zip/" + name);
        assertThat(reading.reason().orElseThrow().en()).contains("unpack it first");
    }

    @Test
    void reportsDamagedArchives() throws IOException {
        Path sound = archive(StandardCharsets.UTF_8, "a.html");
        byte[] bytes = Files.readAllBytes(sound);
        Files.write(sound, Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(FileReading.of(files(sound).get(0)).reason().orElseThrow().en())
                .contains("damaged");
    }

    @Test
    void limitsTheNumberOfFiles() throws IOException {
        String[] names = new String[DocumentArchive.MAX_FILES + 1];
        Arrays.setAll(names, number -> number + ".html");

        List<SourceFile> files = files(archive(StandardCharsets.UTF_8, names));

        assertThat(files).hasSize(1);
        assertThat(FileReading.of(files.get(0)).reason().orElseThrow().en()).contains("more than 10000 files");
    }

    @Test
    void limitsEachFileAndAllTogether() throws IOException {
        Path archive = folder.resolve("x.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (int file = 0; file < 110; file++) {
                zip.putNextEntry(new ZipEntry("%03d.html".formatted(file)));
                zip.write(new byte[Transcriber.MAX_BYTES + 1]);
            }
        }
        List<SourceFile> files = files(archive);

        List<String> reasons = new ArrayList<>();
        for (SourceFile file : files) {
            reasons.add(FileReading.of(file).reason().orElseThrow().en());
        }

        assertThat(reasons.get(0)).contains("larger than");
        assertThat(reasons.get(109)).contains("The unpacked archive has more than");
    }

    private Path archive(Charset charset, String... names) throws IOException {
        Path archive = folder.resolve("x.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive), charset)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
            }
        }
        return archive;
    }

    private static List<SourceFile> files(Path archive) throws IOException {
        return SourceFile.in(List.of(archive), name -> name.endsWith(".html") || name.matches(".*\\.(docx|xls)"));
    }

    private static List<String> names(Path archive) throws IOException {
        return files(archive).stream().map(SourceFile::name).toList();
    }
}
