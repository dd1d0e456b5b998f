package org.gongkai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Prints the ten test classes that took longest, and the sum of all, from the XML reports of Surefire or Failsafe. */
public final class SlowestClasses {

    private static final int MAX_PRINTED = 10;

    private static final Pattern SUITE =
            Pattern.compile("<testsuite\\b[^>]*?\\sname=\"(?<name>[^\"]+)\"\\s+time=\"(?<seconds>[0-9.]+)\"");

    private record TestClass(String name, double seconds) {}

    private SlowestClasses() {}

    /** Expects the folder of the reports and the instant at which the build started: older reports are of other builds. */
    public static void main(String... args) throws IOException {
        Path reports = Path.of(args[0]);
        if (Files.notExists(reports)) {
            return;
        }
        List<TestClass> classes = read(reports, Instant.parse(args[1]));
        if (classes.isEmpty()) {
            return;
        }
        double sum = classes.stream().mapToDouble(TestClass::seconds).sum();
        System.out.printf(Locale.ROOT, "%d classes took %.1f s. The slowest:%n", classes.size(), sum);
        classes.stream()
                .sorted(Comparator.comparingDouble(TestClass::seconds).reversed())
                .limit(MAX_PRINTED)
                .forEach(slow -> System.out.printf(Locale.ROOT, "%7.1f s  %s%n", slow.seconds(), slow.name()));
    }

    private static List<TestClass> read(Path reports, Instant start) throws IOException {
        try (Stream<Path> files = Files.list(reports)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .filter(file ->
                            !Instant.ofEpochMilli(file.toFile().lastModified()).isBefore(start))
                    .flatMap(SlowestClasses::testClass)
                    .toList();
        }
    }

    private static Stream<TestClass> testClass(Path report) {
        try {
            Matcher suite = SUITE.matcher(Files.readString(report));
            return suite.find()
                    ? Stream.of(new TestClass(suite.group("name"), Double.parseDouble(suite.group("seconds"))))
                    : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
