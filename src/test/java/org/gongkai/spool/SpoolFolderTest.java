package org.gongkai.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder for temporary files. */
class SpoolFolderTest {

    @TempDir
    Path parent;

    @Test
    void deletesTheFilesOfAProcessThatWasKilled() throws Exception {
        SpoolFolder killed = SpoolFolder.create(parent, "1-100-");
        Files.writeString(killed.newFile("batch-", ".spool"), "a report");
        Files.writeString(killed.newFolder("sheets").resolve("sheet.xml"), "a row");
        killed.abandon();

        SpoolFolder next = SpoolFolder.create(parent, "1-200-");

        assertThat(parent.toFile().list())
                .containsExactly(next.existing().getFileName().toString());
    }

    @Test
    void keepsTheFilesOfAProcessThatRuns() throws Exception {
        SpoolFolder running = SpoolFolder.create(parent, "1-100-");
        Path file = running.newFile("batch-", ".spool");
        Path other = Files.createDirectory(parent.resolve("gongkai-spool-of-another-program"));

        SpoolFolder.create(parent, "2-100-");
        SpoolFolder.create(parent, "1-100-");

        assertThat(file).exists();
        assertThat(other).exists();
        running.abandon();
    }

    @Test
    void isMadeAgain_whenAnotherProgramHasDeletedIt() throws Exception {
        SpoolFolder folder = SpoolFolder.create(parent, "1-100-");
        Files.delete(folder.existing().resolve("lock"));
        Files.delete(folder.existing());

        assertThat(folder.newFile("batch-", ".spool")).exists();
    }
}
