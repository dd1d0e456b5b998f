package org.gongkai.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.deployment.Manifests.each;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The limits in the manifests: of connections, of the ingress, of memory. */
class ManifestLimitsTest {

    private static final String OVERLAYS = "org.gongkai.deployment.Manifests#overlays";

    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void noConnectionIsAllowedByDefault(Manifests overlay) {
        assertThat(overlay.all("NetworkPolicy")
                        .filter(policy -> policy.at("/spec/podSelector").isEmpty()))
                .anySatisfy(policy -> {
                    assertThat(each(policy.at("/spec/policyTypes")).map(JsonNode::asText))
                            .containsExactlyInAnyOrder("Ingress", "Egress");
                    assertThat(policy.at("/spec/ingress").isMissingNode()).isTrue();
                    assertThat(policy.at("/spec/egress").isMissingNode()).isTrue();
                });
    }

    /** A rule without a destination, or with a whole network, would allow connections to anywhere. */
    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void everyAllowedConnectionNamesItsPeersAndPorts(Manifests overlay) {
        assertThat(rules(overlay, "egress", "to")).hasSizeGreaterThanOrEqualTo(5);
        assertThat(rules(overlay, "ingress", "from")).hasSizeGreaterThanOrEqualTo(4);
        assertThat(overlay.all("NetworkPolicy").flatMap(policy -> policy.findValuesAsText("cidr").stream()))
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(range -> range.matches("[0-9.]+/(?:2[4-9]|3[0-2])"));
    }

    private static List<JsonNode> rules(Manifests overlay, String direction, String peers) {
        List<JsonNode> rules = overlay.all("NetworkPolicy")
                .flatMap(policy -> each(policy.path("spec").path(direction)))
                .toList();
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.path(peers)).isNotEmpty().allSatisfy(peer -> assertThat(peer)
                    .isNotEmpty());
            assertThat(rule.path("ports")).isNotEmpty();
        });
        return rules;
    }

    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void theIngressLimitsRatesConnectionsAndTimes(Manifests overlay) {
        JsonNode annotations = overlay.the("Ingress").at("/metadata/annotations");

        assertThat(List.of(
                        "limit-rps",
                        "limit-connections",
                        "proxy-connect-timeout",
                        "proxy-send-timeout",
                        "proxy-read-timeout"))
                .allSatisfy(limit -> assertThat(annotations
                                .path("nginx.ingress.kubernetes.io/" + limit)
                                .asInt())
                        .as(limit)
                        .isPositive());
        assertThat(annotations
                        .path("nginx.ingress.kubernetes.io/proxy-read-timeout")
                        .asInt())
                .as("seconds; a statement may take 60 s after a wait of 30 s")
                .isGreaterThan(90);
        assertThat(annotations
                        .path("nginx.ingress.kubernetes.io/proxy-body-size")
                        .asText())
                .isEqualTo("1g");
    }

    /** Classes, threads and other memory outside the heap need a quarter of a gibibyte. */
    @ParameterizedTest
    @MethodSource(OVERLAYS)
    void heapAndBuffersFitIntoTheContainer(Manifests overlay) throws IOException {
        String dockerfile = Files.readString(Path.of("Dockerfile"));
        double heap = 1_024 * option(dockerfile, "-XX:MaxRAMPercentage=(\\d+)") / 100.0;
        int buffers = option(dockerfile, "-XX:MaxDirectMemorySize=(\\d+)m");

        assertThat(overlay.service().at("/resources/limits/memory").asText()).isEqualTo("1Gi");
        assertThat(heap + buffers + 256).isLessThanOrEqualTo(1_024);
    }

    private static int option(String dockerfile, String pattern) {
        return Pattern.compile(pattern)
                .matcher(dockerfile)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .findFirst()
                .orElseThrow();
    }
}
