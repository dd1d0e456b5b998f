package org.gongkai.publication;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.poi.util.TempFileCreationStrategy;

/**
 * Temporary files that only their owner can read, right in the temporary folder. What the library would do by itself is to share a
 * folder there, in which it cannot write when another user was the first to start it.
 */
final class PrivateTempFiles implements TempFileCreationStrategy {

    @Override
    public File createTempFile(String prefix, String suffix) throws IOException {
        return Files.createTempFile(prefix, suffix).toFile();
    }

    @Override
    public File createTempDirectory(String prefix) throws IOException {
        return Files.createTempDirectory(prefix).toFile();
    }
}
