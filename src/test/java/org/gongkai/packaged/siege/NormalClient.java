package org.gongkai.packaged.siege;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.gongkai.rules.book.BalancedReports;

/**
 * A client that asks for something cheap all the time, and submits reports now and then, while others attack. It has a token, because
 * requests without one share the limits of their address, and here that is the address of the attackers.
 */
final class NormalClient {

    static final String AGENCY = "350128-police";

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int PAUSE_MILLIS = 20;
    private static final int REQUESTS_PER_REPORT = 10;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final BalancedReports reports = new BalancedReports(1);
    private final URI service;
    private final String token;
    private final List<Double> seconds = new ArrayList<>();
    private final Map<String, Integer> others = new TreeMap<>();
    private final Map<Integer, String> receipts = new TreeMap<>();
    private final Thread thread = new Thread(this::run, "normal-client");

    private volatile boolean stopped;

    /**
     * Creates the client.
     *
     * @param token its token, of {@link #AGENCY}
     */
    NormalClient(int port, String token) {
        this.service = URI.create("http://localhost:" + port);
        this.token = token;
    }

    void start() {
        thread.start();
    }

    private void run() {
        for (int request = 0; !stopped; request++) {
            try {
                measure();
                if (request % REQUESTS_PER_REPORT == 0) {
                    submit();
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (IOException failed) {
                others.merge(String.valueOf(failed), 1, Integer::sum);
            } catch (InterruptedException interrupted) {
                return;
            }
        }
    }

    private void measure() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<String> answer =
                http.send(request("/api/v1/districts/350128").GET().build(), HttpResponse.BodyHandlers.ofString());
        seconds.add((System.nanoTime() - begin) / 1e9);
        if (answer.statusCode() != 200) {
            others.merge("cheap request " + answer.statusCode(), 1, Integer::sum);
        }
    }

    private void submit() throws IOException, InterruptedException {
        HttpRequest request = request("/api/v1/reports/" + AGENCY + "/2024?changeReason=another+number+was+counted")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(reports.next().toString()))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 201 || answer.statusCode() == 200) {
            JsonNode receipt = mapper.readTree(answer.body());
            receipts.put(
                    receipt.get("revision").intValue(),
                    receipt.get("contentHash").textValue());
        } else {
            others.merge("submission " + answer.statusCode(), 1, Integer::sum);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token);
    }

    /** Returns a percentile of the times of the cheap request, in seconds. */
    double percentile(double share) {
        List<Double> sorted = seconds.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    /** Returns the requests without the expected answer, by what was received instead. */
    Map<String, Integer> others() {
        return others;
    }

    /** Returns the content hashes of the revisions that have receipts, by their numbers. */
    Map<Integer, String> receipts() {
        return receipts;
    }

    /** Stops after the request that is under way. */
    void stop() throws InterruptedException {
        stopped = true;
        thread.join();
    }
}
