package org.gongkai.testing;

import io.restassured.RestAssured;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The metrics of the service at one moment.
 *
 * @param values values by name and labels, in the text format of Prometheus
 */
public record Metrics(Map<String, Double> values) {

    /** Reads the metrics of the service. */
    public static Metrics scrape() {
        return of(RestAssured.get("/q/metrics").then().statusCode(200).extract().asString());
    }

    /** Reads the metrics until a condition is met. */
    public static Metrics scrapeUntil(Predicate<Metrics> measured) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        Metrics metrics = scrape();
        while (!measured.test(metrics)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("The condition was not met in time: " + metrics.values.keySet());
            }
            TimeUnit.MILLISECONDS.sleep(20);
            metrics = scrape();
        }
        return metrics;
    }

    static Metrics of(String text) {
        return new Metrics(text.lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)))));
    }

    /** Returns the names of all metrics, without labels. */
    public Set<String> names() {
        return values.keySet().stream()
                .map(series -> series.replaceFirst("\\{.*", ""))
                .collect(Collectors.toSet());
    }

    /** Returns the differences of all metrics that have changed. */
    public Map<String, Double> since(Metrics before, String prefix) {
        return values.entrySet().stream()
                .filter(series -> series.getKey().startsWith(prefix))
                .filter(series -> !series.getValue().equals(before.values.get(series.getKey())))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        series -> series.getValue() - before.values.getOrDefault(series.getKey(), 0.0)));
    }
}
