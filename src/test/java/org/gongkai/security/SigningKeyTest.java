package org.gongkai.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several instances of the service start at the same time in one folder. */
class SigningKeyTest {

    private static final int THREADS = 16;

    @TempDir
    Path folder;

    /** Prints the key in a file, for a process that is started by a test. */
    public static void main(String... file) throws IOException {
        System.out.print(SigningKey.at(Path.of(file[0])).publicKey());
    }

    @Test
    void isTheSameForProcessesThatCreateItAtTheSameTime() throws Exception {
        Path file = folder.resolve("signing-key.jwk");
        Process first = process(file);
        Process second = process(file);

        String key = output(first);

        assertThat(key).isEqualTo(output(second)).isEqualTo(SigningKey.at(file).publicKey());
        assertOnlyThisFile(file);
    }

    @Test
    void aFileThatIsCreatedAtTheSameTimeKeepsItsFirstContent() throws Exception {
        for (int round = 0; round < 20; round++) {
            Path file = folder.resolve("secret");
            Set<String> contents = atTheSameTime(() -> {
                PrivateFile.createIfAbsent(file, Thread.currentThread().getName());
                return Files.readString(file);
            });

            assertThat(contents).hasSize(1).contains(Files.readString(file)).doesNotContain("");
            assertOnlyThisFile(file);
            Files.delete(file);
        }
    }

    @Test
    void aFileThatIsReplacedAtTheSameTimeHasOneOfTheContents() throws Exception {
        Path file = folder.resolve("oversight.token");

        atTheSameTime(() -> {
            PrivateFile.write(file, Thread.currentThread().getName());
            return "";
        });

        assertThat(Files.readString(file)).startsWith("pool-");
        assertOnlyThisFile(file);
    }

    private void assertOnlyThisFile(Path file) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    /** Runs a task in threads that wait for each other, and returns the distinct results. */
    private static Set<String> atTheSameTime(Callable<String> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<String>> running = new ArrayList<>();
            IntStream.range(0, THREADS)
                    .forEach(thread -> running.add(pool.submit(() -> {
                        start.await();
                        return task.call();
                    })));
            Set<String> results = new HashSet<>();
            for (Future<String> result : running) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }

    private static Process process(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SigningKeyTest.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String output(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
