package org.gongkai.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.gongkai.testing.PreparedHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The folder for temporary files, which all users of a machine share. Its name is a system property, so this runs while no test of the service does. */
@Isolated
class SharedTemporaryFolderTest {

    @Test
    void isNotCleanedUpByTheEmbeddedDatabase(@TempDir Path shared, @TempDir Path folder) throws Exception {
        Path other = Files.createDirectories(shared.resolve("embedded-pg/other"));
        Path stale = Files.createFile(other.resolve("epg-lock"));
        Files.setLastModifiedTime(stale, FileTime.fromMillis(0));
        Path home = PreparedHome.createAt(folder.resolve("home"));
        String before = System.setProperty("java.io.tmpdir", shared.toString());
        System.clearProperty("ot.epg.working-dir");
        try {
            EmbeddedDatabase.start(home).close();
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }

        assertThat(stale).exists();
    }
}
