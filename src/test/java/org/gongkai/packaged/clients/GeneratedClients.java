package org.gongkai.packaged.clients;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.testing.OptionalTools;

/** The clients that the build has generated, and the sources of the job that they do. */
final class GeneratedClients {

    static final Path FOLDER =
            Path.of(System.getProperty("gongkai.clients", "target/clients")).toAbsolutePath();
    static final Path SOURCES = Path.of("src/clients").toAbsolutePath();

    private GeneratedClients() {}

    /** A condition of JUnit. Clients of an earlier build, of another contract, do not count. */
    static boolean exist() {
        return !Boolean.getBoolean("gongkai.clients.skip") && Files.isDirectory(FOLDER);
    }

    /** Returns the folder of a client that only the profile {@code clients} generates. Skips the test without it. */
    static Path folderOfProfile(String client) {
        OptionalTools.require(
                "profile",
                Boolean.getBoolean("gongkai.clients.all"),
                "Only mvn -Pclients generates and tries the client " + client);
        return FOLDER.resolve(client);
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
