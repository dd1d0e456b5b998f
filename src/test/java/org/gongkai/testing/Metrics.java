package org.gongkai.testing;

import io.restassured.RestAssured;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the service measures at a moment.
 *
 * @param values by name and labels, as Prometheus reads them
 */
public record Metrics(Map<String, Double> values) {

    /** Asks the service. */
    public static Metrics scrape() {
        return of(RestAssured.get("/q/metrics").then().statusCode(200).extract().asString());
    }

    /** Asks again until something has been measured. */
    public static Metrics scrapeUntil(Predicate<Metrics> measured) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        Metrics metrics = scrape();
        while (!measured.test(metrics)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not measured: " + metrics.values.keySet());
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

    /** The names of all that is measured, without labels. */
    public Set<String> names() {
        return values.keySet().stream()
                .map(series -> series.replaceFirst("\\{.*", ""))
                .collect(Collectors.toSet());
    }

    /** What has become more or less since, and by how much. */
    public Map<String, Double> since(Metrics before, String prefix) {
        return values.entrySet().stream()
                .filter(series -> series.getKey().startsWith(prefix))
                .filter(series -> !series.getValue().equals(before.values.get(series.getKey())))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        series -> series.getValue() - before.values.getOrDefault(series.getKey(), 0.0)));
    }
}
