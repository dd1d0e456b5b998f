package org.gongkai.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.transcription.page.DocumentType;

/**
 * A file to read.
 *
 * @param path the path of the file
 * @param name the name for the user: the path relative to the given folder
 */
record SourceFile(Path path, String name) {

    /**
     * Returns the given files and the files in the given folders, in a stable order.
     *
     * @throws IOException if a file does not exist or cannot be read
     */
    static List<SourceFile> in(List<Path> sources) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (Path source : sources) {
            if (Files.isDirectory(source)) {
                files.addAll(inFolder(source));
            } else if (Files.isReadable(source)) {
                files.add(new SourceFile(source, source.getFileName().toString()));
            } else {
                throw new IOException("The file " + source + " does not exist or cannot be read");
            }
        }
        return files;
    }

    private static List<SourceFile> inFolder(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.filter(Files::isRegularFile)
                    .filter(file ->
                            DocumentType.ofFile(file.getFileName().toString()).isPresent())
                    .sorted()
                    .map(file -> new SourceFile(file, folder.relativize(file).toString()))
                    .toList();
        }
    }
}
