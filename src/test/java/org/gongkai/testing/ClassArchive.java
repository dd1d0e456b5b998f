package org.gongkai.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The class-data archive that tests use to start the packaged service in half the time. The first test that starts the
 * service records it. See "Starting faster" in docs/operations.md.
 */
final class ClassArchive {

    private static final Path PACKAGE =
            Path.of("target/quarkus-app/quarkus/generated-bytecode.jar").toAbsolutePath();

    private ClassArchive() {}

    /** Returns the options of the Java virtual machine that use the archive of this package and this Java. */
    static List<String> options() {
        try {
            return List.of("-XX:SharedArchiveFile=" + file(), "-Xlog:disable");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The class-data archive cannot be recorded", e);
        }
    }

    private static Path file() throws IOException, InterruptedException {
        Path archive = PreparedHome.FOLDER.resolve("service-" + System.getProperty("java.vm.version") + "-"
                + Files.getLastModifiedTime(PACKAGE).toMillis() + ".jsa");
        if (Files.exists(archive)) {
            return archive;
        }
        Path home =
                PreparedHome.createAt(Files.createTempDirectory("class-archive").resolve("home"));
        try (FileChannel channel = PreparedHome.lock();
                FileLock lock = channel.lock()) {
            assert lock.isValid();
            if (Files.notExists(archive)) {
                deleteArchivesOfEarlierPackages();
                record(home, archive);
            }
        } finally {
            RealDatabase.delete(home.getParent());
        }
        return archive;
    }

    private static void deleteArchivesOfEarlierPackages() throws IOException {
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(PreparedHome.FOLDER, "service-*")) {
            for (Path archive : archives) {
                Files.delete(archive);
            }
        }
    }

    /**
     * Runs the service with the demonstration data, answers requests, and archives the loaded classes when it stops.
     */
    private static void record(Path home, Path archive) throws IOException, InterruptedException {
        Path unfinished = archive.resolveSibling(archive.getFileName() + ".unfinished");
        List<String> command = new ArrayList<>(
                ServiceProcess.command(List.of("-XX:ArchiveClassesAtExit=" + unfinished, "-Xlog:disable")));
        Path log = home.resolveSibling("service.log");
        try (ServiceProcess service = ServiceProcess.start(log, Map.of("GONGKAI_HOME", home.toString()), command)) {
            service.request().get("/q/health/ready").then().statusCode(200);
            service.request().get("/q/metrics").then().statusCode(200);
            service.oversight()
                    .get("/api/v1/statistics?figure=requests.newlyReceived&groupBy=category&year=2024")
                    .then()
                    .statusCode(200);
        }
        Files.move(unfinished, archive);
    }
}
