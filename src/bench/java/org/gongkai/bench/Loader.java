package org.gongkai.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.bench.BenchReports.Submittable;
import org.gongkai.bench.SampleRegistry.Office;

/** Loads the service through its API: the registry as CSV, then the reports year by year, in parallel batches. */
final class Loader {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The number of agencies in one CSV file, small enough for the size limit of a request body. */
    private static final int MAX_AGENCIES_PER_FILE = 8_000;

    private final Service service;

    Loader(Service service) {
        this.service = service;
    }

    void registry(SampleRegistry sampleRegistry) {
        service.put("/api/v1/districts", "text/csv", sampleRegistry.divisionsAsCsv());
        service.put("/api/v1/categories", "text/csv", SampleRegistry.categoriesAsCsv());
        agencies(sampleRegistry.offices());
    }

    void agencies(List<Office> offices) {
        for (int start = 0; start < offices.size(); start += MAX_AGENCIES_PER_FILE) {
            int end = Math.min(offices.size(), start + MAX_AGENCIES_PER_FILE);
            service.put("/api/v1/agencies", "text/csv", SampleRegistry.asCsv(offices.subList(start, end)));
        }
    }

    void open(int year) {
        service.put("/api/v1/cycles/" + year, "application/json", "{}");
    }

    /** Loads all reports, year by year as in real use, each year in several parallel batches. */
    void reports(Scale scale, Settings settings, List<Office> offices) {
        List<BenchReports> streams = split(offices, settings.streams())
                .map(part -> new BenchReports(settings.seed(), part))
                .toList();
        for (int year : scale.years()) {
            Duration took =
                    sendBatches(streams.stream().map(stream -> stream.of(year)).toList());
            System.out.printf("  %d: %d reports in %.1f s%n", year, offices.size(), took.toMillis() / 1000.0);
        }
    }

    /** Generates batches and sends them in parallel. */
    Duration sendBatches(List<Stream<Submittable>> batches) {
        return runInParallel(
                batches.stream().<Runnable>map(batch -> () -> send(batch)).toList());
    }

    /**
     * Sends prepared batches in parallel. The responses are checked afterwards, so that the checks do not compete with
     * the service for processor time.
     */
    Duration sendFiles(List<Path> batches) {
        Duration took = runInParallel(batches.stream()
                .<Runnable>map(batch -> () -> service.post("/api/v1/reports", batch, responseFile(batch)))
                .toList());
        batches.forEach(batch -> lines(responseFile(batch)).forEach(Loader::requireAccepted));
        return took;
    }

    private static Path responseFile(Path batch) {
        return batch.resolveSibling(batch.getFileName() + ".answer");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs tasks at the same time and returns the time that all of them took. */
    static Duration runInParallel(List<Runnable> tasks) {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        long start = System.nanoTime();
        try {
            List<Future<?>> sent = new ArrayList<>();
            tasks.forEach(task -> sent.add(threads.submit(task)));
            for (Future<?> each : sent) {
                each.get();
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A part was not loaded", e.getCause());
        } catch (InterruptedException e) {
            throw Commands.interrupted(e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Splits a list into the given number of parts of nearly the same length. */
    static <T> Stream<List<T>> split(List<T> all, int number) {
        return IntStream.range(0, number)
                .mapToObj(part -> all.subList(part * all.size() / number, (part + 1) * all.size() / number));
    }

    private void send(Stream<Submittable> batch) {
        Iterator<byte[]> lines =
                batch.map(item -> item.line().getBytes(StandardCharsets.UTF_8)).iterator();
        BodyPublisher body = BodyPublishers.ofByteArrays(() -> lines);
        service.post("/api/v1/reports", body).forEach(Loader::requireAccepted);
    }

    private static void requireAccepted(String line) {
        try {
            JsonNode result = JSON.readTree(line);
            String status = result.path("receipt").path("status").asText();
            if (result.path("status").asInt() != 201 || !status.equals("ACCEPTED")) {
                throw new IllegalStateException("Not accepted: " + line);
            }
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
