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
 * @param path where it is
 * @param name what to call it: its path from the folder that was named
 */
record SourceFile(Path path, String name) {

    /**
     * The files that were named, and those in folders that were, in a stable order.
     *
     * @throws IOException when one is not there or cannot be read
     */
    static List<SourceFile> in(List<Path> sources) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (Path source : sources) {
            if (Files.isDirectory(source)) {
                files.addAll(inFolder(source));
            } else if (Files.isReadable(source)) {
                files.add(new SourceFile(source, source.getFileName().toString()));
            } else {
                throw new IOException("There is no file " + source + " that can be read");
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
