package org.gongkai.testing;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.MethodCall;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * A copy of the package whose clock differs from that of the machine. Nothing else of the package is changed: the service
 * reads the time from one clock only, which a test of the architecture checks.
 */
public final class ShiftedPackage {

    private static final Path PACKAGE = Path.of("target", "quarkus-app").toAbsolutePath();
    private static final String CLOCK = "org.gongkai.platform.SystemClock";
    private static final String OFFSET = "test.clock.offset";

    private final Path copy;

    private ShiftedPackage(Path copy) {
        this.copy = copy;
    }

    /** Copies the package to a folder that does not exist yet. */
    public static ShiftedPackage createAt(Path folder) throws Exception {
        copy(folder);
        Path application;
        try (Stream<Path> jars = Files.list(folder.resolve("app"))) {
            application = jars.findFirst().orElseThrow();
        }
        try (FileSystem jar = FileSystems.newFileSystem(application)) {
            Files.write(jar.getPath(CLOCK.replace('.', '/') + ".class"), shiftedClock());
        }
        return new ShiftedPackage(folder);
    }

    /** Returns the command that runs the copy with a clock that is ahead of the clock of the machine. */
    public List<String> command(Duration ahead) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-D" + OFFSET + "=" + ahead,
                "-jar",
                copy.resolve("quarkus-run.jar").toString());
    }

    private static byte[] shiftedClock() throws ReflectiveOperationException {
        MethodCall offset = MethodCall.invoke(System.class.getMethod("getProperty", String.class))
                .with(OFFSET);
        MethodCall duration = MethodCall.invoke(Duration.class.getMethod("parse", CharSequence.class))
                .withMethodCall(offset);
        MethodCall clock = MethodCall.invoke(Clock.class.getMethod("offset", Clock.class, Duration.class))
                .withMethodCall(MethodCall.invoke(Clock.class.getMethod("systemUTC")))
                .withMethodCall(duration);
        return new ByteBuddy()
                .redefine(Class.forName(CLOCK))
                .method(ElementMatchers.named("clock"))
                .intercept(clock)
                .make()
                .getBytes();
    }

    private static void copy(Path target) throws IOException {
        Files.walkFileTree(PACKAGE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(target.resolve(PACKAGE.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, target.resolve(PACKAGE.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
