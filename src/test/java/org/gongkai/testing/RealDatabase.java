package org.gongkai.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.platform.Launcher;
import org.gongkai.platform.embedded.EmbeddedDatabase;

/** A real, empty PostgreSQL for tests of the service; to the service it is a server like any other. */
public final class RealDatabase implements QuarkusTestResourceLifecycleManager {

    private static final Path HOME = Path.of("target", "test-home").toAbsolutePath();

    private EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            forget(HOME.resolve("database"));
            database = EmbeddedDatabase.start(HOME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                Launcher.URL, database.jdbcUrl(),
                Launcher.USER, EmbeddedDatabase.USER,
                Launcher.PASSWORD, database.password().value());
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }

    /** What an earlier run left: its server too, should it still be there. */
    private static void forget(Path data) throws IOException {
        if (Files.exists(data)) {
            EmbeddedDatabase.start(HOME).close();
            delete(data);
        }
    }

    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
