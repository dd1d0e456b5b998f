package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.rules.book.BalancedReports;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.Until;

/**
 * Several clients that submit reports at the same time, singly and in batches, and resend each report until it has a
 * receipt.
 */
final class FaultInjectionRun {

    private static final int CLIENTS = 6;
    private static final int BATCH = 5;
    private static final int YEARS = 5;
    private static final int FIRST_YEAR = 2021;
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Supplier<URI> service;
    private final Map<String, String> tokens;
    private final String oversight;
    private final Collection<IssuedReceipt> receipts = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();

    private volatile boolean serviceMayBreak;

    /**
     * A receipt that the service issued.
     *
     * @param receipt the receipt
     * @param content the submitted report
     */
    record IssuedReceipt(JsonNode receipt, JsonNode content) {

        /** Returns the agency, year and number of the revision. */
        String revision() {
            return receipt.get("agency").asText() + "/" + receipt.get("year").asInt() + "/"
                    + receipt.get("revision").asInt();
        }
    }

    private record SampleReport(String agency, int year, JsonNode content) {}

    /**
     * @param service the address of the service
     * @param tokens the token of each agency
     * @param oversight the token of the oversight office
     */
    FaultInjectionRun(Supplier<URI> service, Map<String, String> tokens, String oversight) {
        this.service = service;
        this.tokens = tokens;
        this.oversight = oversight;
    }

    /** Allows or forbids broken connections to the service. They are expected only when the service itself fails. */
    void allowBreaks(boolean allowed) {
        serviceMayBreak = allowed;
    }

    Collection<IssuedReceipt> receipts() {
        return receipts;
    }

    /** Returns the number of reports in one run. */
    int reports() {
        return tokens.size() * YEARS;
    }

    /** Returns how often the service answered that it is not available. */
    int refusals() {
        return refusals.get();
    }

    /** A fault that is injected while clients submit. */
    interface Fault {
        void inject() throws Exception;
    }

    /**
     * Submits one report of every agency for every year. Injects the fault when a third of them have receipts, or one
     * was refused.
     */
    void run(long seed, Fault fault) throws Exception {
        List<SampleReport> sampleReports = reports(seed);
        int before = receipts.size();
        int refused = refusals.get();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> working = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                List<SampleReport> own = share(sampleReports, client);
                boolean batches = client % 2 == 1;
                working.add(clients.submit(() -> submitAll(own, batches)));
            }
            Until.is(() -> receipts.size() - before >= sampleReports.size() / 3
                    || refusals.get() > refused
                    || working.stream().anyMatch(Future::isDone));
            fault.inject();
            for (Future<?> client : working) {
                client.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    /**
     * Submits the reports of every agency in many batches at the same time. A batch has all reports of one agency; those of
     * the same agency have different orders.
     */
    void runBatches(long seed, int batches) throws Exception {
        List<List<SampleReport>> byAgency = List.copyOf(reports(seed).stream()
                .collect(Collectors.groupingBy(SampleReport::agency))
                .values());
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int batch = 0; batch < batches; batch++) {
            List<SampleReport> own = new ArrayList<>(byAgency.get(batch % byAgency.size()));
            Collections.rotate(own, batch / byAgency.size());
            tasks.add(() -> submitAll(own, true));
        }
        ExecutorService clients = Executors.newFixedThreadPool(batches);
        try {
            for (Future<Void> done : clients.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private List<SampleReport> reports(long seed) {
        BalancedReports reports = new BalancedReports(seed);
        List<SampleReport> sampleReports = new ArrayList<>();
        for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
            for (String agency : tokens.keySet()) {
                sampleReports.add(new SampleReport(agency, year, reports.next()));
            }
        }
        return sampleReports;
    }

    private static List<SampleReport> share(List<SampleReport> sampleReports, int client) {
        return IntStream.range(0, sampleReports.size())
                .filter(number -> number % CLIENTS == client)
                .mapToObj(sampleReports::get)
                .toList();
    }

    private Void submitAll(List<SampleReport> sampleReports, boolean batches) throws Exception {
        List<SampleReport> left = new ArrayList<>(sampleReports);
        while (!left.isEmpty()) {
            List<SampleReport> some = List.copyOf(left.subList(0, Math.min(batches ? BATCH : 1, left.size())));
            left.removeAll(batches ? submitBatch(some) : submitOne(some.get(0)));
        }
        return null;
    }

    /** Submits one report and returns it if it has its receipt. */
    private List<SampleReport> submitOne(SampleReport sampleReport) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(service.get()
                        .resolve("/api/v1/reports/" + sampleReport.agency() + "/" + sampleReport.year()
                                + "?changeReason=another+number+was+counted"))
                .header("Authorization", "Bearer " + tokens.get(sampleReport.agency()))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(sampleReport.content().toString())));
        if (answer == null || isRefusal(answer)) {
            return List.of();
        }
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        keep(ReportFiles.JSON.readTree(answer.body()), sampleReport);
        return List.of(sampleReport);
    }

    private List<SampleReport> submitBatch(List<SampleReport> sampleReports) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(service.get().resolve("/api/v1/reports"))
                .header("Authorization", "Bearer " + oversight)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(items(sampleReports))));
        if (answer == null || isRefusal(answer)) {
            return List.of();
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<SampleReport> done = new ArrayList<>();
        for (String line : answer.body().lines().toList()) {
            JsonNode result = ReportFiles.JSON.readTree(line);
            if (result.get("status").asInt() == 503) {
                refusals.incrementAndGet();
            } else {
                assertThat(result.get("status").asInt()).as(line).isIn(200, 201);
                SampleReport sampleReport = sampleReports.get(result.get("line").asInt() - 1);
                keep(result.get("receipt"), sampleReport);
                done.add(sampleReport);
            }
        }
        return done;
    }

    private static String items(List<SampleReport> sampleReports) {
        ArrayNode items = ReportFiles.JSON.createArrayNode();
        sampleReports.forEach(sampleReport -> {
            ObjectNode item = items.addObject();
            item.put("agency", sampleReport.agency())
                    .put("year", sampleReport.year())
                    .put("changeReason", ServiceTest.CHANGE_REASON)
                    .set("report", sampleReport.content());
        });
        return items.toString();
    }

    private void keep(JsonNode receipt, SampleReport sampleReport) {
        assertThat(receipt.get("agency").asText()).isEqualTo(sampleReport.agency());
        assertThat(receipt.get("year").asInt()).isEqualTo(sampleReport.year());
        receipts.add(new IssuedReceipt(receipt, sampleReport.content()));
    }

    /** Sends a request. Returns null if the connection broke, which is expected only when the service itself fails. */
    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return http.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            assertThat(serviceMayBreak).as("%s", broken).isTrue();
            pause();
            return null;
        }
    }

    /** Checks if the service answered that it is not available, in the only form that is allowed. */
    private boolean isRefusal(HttpResponse<String> answer) throws Exception {
        if (answer.statusCode() < 500) {
            return false;
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(ReportFiles.JSON.readTree(answer.body()).get("type").asText())
                .isIn("/problems/unavailable", "/problems/overloaded");
        refusals.incrementAndGet();
        pause();
        return true;
    }

    /** Waits for a shorter time than {@code Retry-After}, to keep the test short. */
    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(100);
    }
}
