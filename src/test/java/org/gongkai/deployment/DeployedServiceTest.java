package org.gongkai.deployment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.deployment.Manifests.each;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.testing.Metrics;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The requests that the manifests make to the service, sent to the service. */
@QuarkusTest
class DeployedServiceTest extends ServiceTest {

    /** An address in each path that has none itself. */
    private static final Map<String, String> AN_ADDRESS_IN =
            Map.of("/api", "/api/v1/form/2024", "/static", "/static/icon.svg");

    private static final String OVERLAYS = "org.gongkai.deployment.Manifests#overlays";

    /** The name of a metric before its labels. */
    private static final Pattern METRIC = Pattern.compile("([a-z_]+)\\{");

    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void everyProbeIsAnswered(Manifests overlay) {
        assertThat(Stream.of("startupProbe", "readinessProbe", "livenessProbe")
                        .map(probe -> overlay.service().get(probe).at("/httpGet/path")))
                .extracting(JsonNode::asText)
                .doesNotHaveDuplicates()
                .allSatisfy(path -> given().get(path).then().statusCode(200));
    }

    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void everyPathOfTheIngressHasAnOperation(Manifests overlay) {
        assertThat(each(overlay.the("Ingress").findValue("paths"))
                        .map(path -> path.get("path").asText()))
                .isNotEmpty()
                .allSatisfy(path -> given().get(AN_ADDRESS_IN.getOrDefault(path, path))
                        .then()
                        .statusCode(not(404)));
    }

    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void everyMetricOfTheAlertsIsMeasured(Manifests overlay) throws Exception {
        String path = overlay.the("ServiceMonitor").at("/spec/endpoints/0/path").asText();
        assertThat(path).isEqualTo("/q/metrics");

        areMeasured(overlay.the("PrometheusRule").findValuesAsText("expr"));
    }

    @Test
    void everyMetricOfTheDashboardIsMeasured() throws Exception {
        JsonNode dashboard = dashboard();
        assertThat(each(dashboard.get("panels")).filter(panel -> panel.has("targets")))
                .allSatisfy(panel -> assertThat(panel.findValuesAsText("expr")).isNotEmpty());

        areMeasured(dashboard.findValuesAsText("expr"));
    }

    @Test
    void everyMetricOfTheServiceIsDocumented() throws Exception {
        String table = Files.readString(Path.of("docs", "operations.md"));

        assertThat(afterSomeUse().names())
                .filteredOn(name -> name.startsWith("gongkai_"))
                .hasSizeGreaterThan(5)
                .allSatisfy(name ->
                        assertThat(table).contains("| `" + name.replaceFirst("_(count|sum|max|bucket)$", "") + "`"));
    }

    @Test
    void panelsOfTheDashboardDoNotOverlap() throws IOException {
        List<Rectangle> places = each(dashboard().get("panels"))
                .map(panel -> panel.get("gridPos"))
                .map(at -> new Rectangle(
                        at.get("x").asInt(),
                        at.get("y").asInt(),
                        at.get("w").asInt(),
                        at.get("h").asInt()))
                .toList();

        assertThat(places).allSatisfy(place -> {
            assertThat(place.getMaxX()).isLessThanOrEqualTo(24);
            assertThat(places).filteredOn(place::intersects).containsExactly(place);
        });
        assertThat(dashboard().get("panels").findValuesAsText("id")).doesNotHaveDuplicates();
    }

    private static JsonNode dashboard() throws IOException {
        return ReportFiles.JSON.readTree(Files.readString(Path.of("k8s", "grafana", "gongkai.json")));
    }

    /** Checks that the service measures all metrics, except {@code up}, which Prometheus measures itself. */
    private void areMeasured(List<String> expressions) throws Exception {
        Set<String> metrics = expressions.stream()
                .flatMap(expression -> METRIC.matcher(expression).results())
                .map(metric -> metric.group(1))
                .filter(metric -> !metric.equals("up"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(metrics).hasSizeGreaterThan(3);
        assertThat(afterSomeUse().names()).containsAll(metrics);
    }

    /** Returns the metrics after some requests. Obligations are counted after the first scrape. */
    private static Metrics afterSomeUse() throws InterruptedException {
        registerAll();
        put("cycles/2023", "{}").statusCode(201);
        get("form/2024").statusCode(200);
        return Metrics.scrapeUntil(metrics -> metrics.names().contains("gongkai_obligations"));
    }
}
