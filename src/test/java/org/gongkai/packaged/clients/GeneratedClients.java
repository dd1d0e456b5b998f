package org.gongkai.packaged.clients;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The clients that the build has generated, and the sources of the job that they do. */
final class GeneratedClients {

    static final Path FOLDER =
            Path.of(System.getProperty("gongkai.clients", "target/clients")).toAbsolutePath();
    static final Path SOURCES = Path.of("src/clients").toAbsolutePath();

    private GeneratedClients() {}

    /** A condition of JUnit. */
    static boolean exist() {
        return Files.isDirectory(FOLDER.resolve("java"));
    }

    /** Returns the folder of a client. Skips the test if only the profile {@code clients} generates it. */
    static Path folder(String client) {
        Path folder = FOLDER.resolve(client);
        Tools.require(
                "profile-clients", Files.isDirectory(folder), "mvn -Pclients generates and tries the client " + client);
        return folder;
    }

    static List<String> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** Returns a class path of all libraries in these folders. */
    static String classPath(String... folders) {
        return Stream.of(folders)
                .map(folder -> FOLDER.resolve(folder) + File.separator + "*")
                .collect(Collectors.joining(File.pathSeparator));
    }
}
