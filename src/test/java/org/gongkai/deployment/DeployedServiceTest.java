package org.gongkai.deployment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.deployment.Manifests.each;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.platform.ServiceTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the manifests ask of the service, asked of the service. */
@QuarkusTest
class DeployedServiceTest extends ServiceTest {

    private static final String OVERLAYS = "org.gongkai.deployment.Manifests#overlays";

    /** A name before its labels. */
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
    void everyPathOfTheIngressLeadsSomewhere(Manifests overlay) {
        assertThat(each(overlay.the("Ingress").findValue("paths"))
                        .map(path -> path.get("path").asText()))
                .isNotEmpty()
                .allSatisfy(path -> given().get(path.equals("/api") ? "/api/v1/form/2024" : path)
                        .then()
                        .statusCode(not(404)));
    }

    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void everyMetricOfTheAlertsIsMeasured(Manifests overlay) {
        given().get("/api/v1/form/2024").then().statusCode(200);
        String path = overlay.the("ServiceMonitor").at("/spec/endpoints/0/path").asText();
        String measured = given().get(path).then().statusCode(200).extract().asString();

        Set<String> metrics = new TreeSet<>();
        overlay.the("PrometheusRule").findValuesAsText("expr").forEach(expression -> METRIC.matcher(expression)
                .results()
                .map((MatchResult metric) -> metric.group(1))
                .forEach(metrics::add));

        // That a target answers is measured by Prometheus itself.
        assertThat(metrics).contains("up").hasSizeGreaterThan(3);
        metrics.remove("up");
        assertThat(metrics).allSatisfy(metric -> assertThat(measured).contains("\n" + metric + "{"));
    }
}
