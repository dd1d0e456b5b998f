package org.gongkai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Describes the machine and the software of the measurement. */
final class Machine {

    private Machine() {}

    static List<String> describe(Settings settings, Database database) {
        return List.of(
                "%d cores (%s), %s of memory, Linux %s"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                field("/proc/cpuinfo", "model name"),
                                field("/proc/meminfo", "MemTotal"),
                                System.getProperty("os.version")),
                "Java %s, service with %s; PostgreSQL %s"
                        .formatted(
                                Runtime.version(),
                                String.join(" ", Service.options(settings)),
                                database.query("show server_version")));
    }

    /** Returns the load average of the last minute, as reported by Linux. */
    static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String field(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("?");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
