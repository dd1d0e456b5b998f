package org.gongkai.publication;

import java.io.File;
import java.io.IOException;
import org.apache.poi.util.TempFileCreationStrategy;
import org.gongkai.spool.SpoolFolder;

/**
 * Creates temporary files in the folder of this process, readable by their owner only. By default the library shares one
 * folder among all users, and cannot write to it when another user has created it.
 */
final class PrivateTempFiles implements TempFileCreationStrategy {

    @Override
    public File createTempFile(String prefix, String suffix) throws IOException {
        return SpoolFolder.ofProcess().newFile(prefix, suffix).toFile();
    }

    @Override
    public File createTempDirectory(String prefix) throws IOException {
        return SpoolFolder.ofProcess().newFolder(prefix).toFile();
    }
}
