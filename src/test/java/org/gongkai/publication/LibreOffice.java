package org.gongkai.publication;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Converts documents by LibreOffice, if it is installed. */
final class LibreOffice {

    private static final String PROGRAM = "soffice";

    private LibreOffice() {}

    static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
    }

    /**
     * Converts documents.
     *
     * @param format the extension of the results; a filter may follow after a colon
     */
    static List<Path> convert(List<Path> files, String format, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                PROGRAM,
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                format,
                "--outdir",
                folder.toString()));
        files.forEach(file -> command.add(file.toString()));
        Files.createDirectories(folder);
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start()
                .waitFor();
        String extension = format.replaceFirst(":.*", "");
        return files.stream()
                .map(file -> folder.resolve(file.getFileName().toString().replaceFirst("[^.]+$", extension)))
                .toList();
    }
}
