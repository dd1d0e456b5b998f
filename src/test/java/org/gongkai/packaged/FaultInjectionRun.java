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
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.gongkai.rules.book.BalancedReports;
import org.gongkai.testing.ReportFiles;
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
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Supplier<URI> service;
    private final Map<String, String> tokens;
    private final String oversight;
    private final Collection<Given> receipts = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refusals = new AtomicInteger();

    private volatile boolean serviceMayBreak;

    /**
     * A receipt that the service issued.
     *
     * @param receipt the receipt
     * @param content the submitted report
     */
    record Given(JsonNode receipt, JsonNode content) {

        /** Returns the agency, year and number of the revision. */
        String revision() {
            return receipt.get("agency").asText() + "/" + receipt.get("year").asInt() + "/"
                    + receipt.get("revision").asInt();
        }
    }

    private record Sheet(String agency, int year, JsonNode content) {}

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

    Collection<Given> receipts() {
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
        void strike() throws Exception;
    }

    /**
     * Submits one report of every agency for every year. Injects the fault when a third of them have receipts, or one
     * was refused.
     */
    void start(long seed, Fault fault) throws Exception {
        List<Sheet> sheets = sheets(seed);
        int before = receipts.size();
        int refused = refusals.get();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> working = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                List<Sheet> own = share(sheets, client);
                boolean inBatches = client % 2 == 1;
                working.add(clients.submit(() -> handIn(own, inBatches)));
            }
            Until.is(() -> receipts.size() - before >= sheets.size() / 3
                    || refusals.get() > refused
                    || working.stream().anyMatch(Future::isDone));
            fault.strike();
            for (Future<?> client : working) {
                client.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private List<Sheet> sheets(long seed) {
        BalancedReports reports = new BalancedReports(seed);
        List<Sheet> sheets = new ArrayList<>();
        for (int year = FIRST_YEAR; year < FIRST_YEAR + YEARS; year++) {
            for (String agency : tokens.keySet()) {
                sheets.add(new Sheet(agency, year, reports.next()));
            }
        }
        return sheets;
    }

    private static List<Sheet> share(List<Sheet> sheets, int client) {
        return IntStream.range(0, sheets.size())
                .filter(sheet -> sheet % CLIENTS == client)
                .mapToObj(sheets::get)
                .toList();
    }

    private Void handIn(List<Sheet> sheets, boolean inBatches) throws Exception {
        List<Sheet> left = new ArrayList<>(sheets);
        while (!left.isEmpty()) {
            List<Sheet> some = List.copyOf(left.subList(0, Math.min(inBatches ? BATCH : 1, left.size())));
            left.removeAll(inBatches ? receiptsOfBatch(some) : receiptOf(some.get(0)));
        }
        return null;
    }

    /** Submits one report and returns it if it has its receipt. */
    private List<Sheet> receiptOf(Sheet sheet) throws Exception {
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(service.get().resolve("/api/v1/reports/" + sheet.agency() + "/" + sheet.year()))
                        .header("Authorization", "Bearer " + tokens.get(sheet.agency()))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(sheet.content().toString())));
        if (answer == null || isRefusal(answer)) {
            return List.of();
        }
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        keep(ReportFiles.JSON.readTree(answer.body()), sheet);
        return List.of(sheet);
    }

    private List<Sheet> receiptsOfBatch(List<Sheet> sheets) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(service.get().resolve("/api/v1/reports"))
                .header("Authorization", "Bearer " + oversight)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(items(sheets))));
        if (answer == null || isRefusal(answer)) {
            return List.of();
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        List<Sheet> done = new ArrayList<>();
        for (String line : answer.body().lines().toList()) {
            JsonNode told = ReportFiles.JSON.readTree(line);
            if (told.get("status").asInt() == 503) {
                refusals.incrementAndGet();
            } else {
                assertThat(told.get("status").asInt()).as(line).isIn(200, 201);
                Sheet sheet = sheets.get(told.get("line").asInt() - 1);
                keep(told.get("receipt"), sheet);
                done.add(sheet);
            }
        }
        return done;
    }

    private static String items(List<Sheet> sheets) {
        ArrayNode items = ReportFiles.JSON.createArrayNode();
        sheets.forEach(sheet -> {
            ObjectNode item = items.addObject();
            item.put("agency", sheet.agency()).put("year", sheet.year()).set("report", sheet.content());
        });
        return items.toString();
    }

    private void keep(JsonNode receipt, Sheet sheet) {
        assertThat(receipt.get("agency").asText()).isEqualTo(sheet.agency());
        assertThat(receipt.get("year").asInt()).isEqualTo(sheet.year());
        receipts.add(new Given(receipt, sheet.content()));
    }

    /** Sends a request. Returns null if the connection broke, which is expected only when the service itself fails. */
    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
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
                .isEqualTo("/problems/unavailable");
        refusals.incrementAndGet();
        pause();
        return true;
    }

    /** Waits for a shorter time than {@code Retry-After}, to keep the test short. */
    private static void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(100);
    }
}
