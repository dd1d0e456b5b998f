package org.gongkai.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Prints the slowest test classes of a folder of reports, so that a build that has become slow shows why. */
public final class SlowestTests {

    private static final int LISTED = 10;

    /** The root element of a report of Surefire or Failsafe, with the name of the class and the seconds that it took. */
    private static final Pattern SUITE =
            Pattern.compile("<testsuite [^>]*\\bname=\"([^\"]+)\"[^>]*\\btime=\"([0-9.,]+)\"");

    private SlowestTests() {}

    private record Suite(String name, double seconds) {}

    /**
     * Prints the list.
     *
     * @param arguments the folder of the reports
     */
    public static void main(String[] arguments) throws IOException {
        Path reports = Path.of(arguments[0]);
        if (Files.notExists(reports)) {
            return;
        }
        System.out.println("Slowest classes of " + reports.getFileName() + ":");
        suites(reports).stream()
                .sorted(Comparator.comparingDouble(Suite::seconds).reversed())
                .limit(LISTED)
                .forEach(suite -> System.out.printf("%8.1f s  %s%n", suite.seconds(), suite.name()));
    }

    private static List<Suite> suites(Path reports) throws IOException {
        try (Stream<Path> files = Files.list(reports)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .flatMap(SlowestTests::suite)
                    .toList();
        }
    }

    private static Stream<Suite> suite(Path report) {
        try {
            Matcher suite = SUITE.matcher(Files.readString(report));
            return suite.find()
                    ? Stream.of(new Suite(
                            suite.group(1), Double.parseDouble(suite.group(2).replace(",", ""))))
                    : Stream.empty();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + report, e);
        }
    }
}
