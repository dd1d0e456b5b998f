package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class PortCheckTest {

    @Test
    void refusesAPortInUse_inOneLine() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());

            assertThatThrownBy(() -> PortCheck.of(config(port, Map.of())))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll("Port " + port, "quarkus.http.port")
                    .hasMessageNotContaining("\n");
            assertThatCode(() -> PortCheck.of(config(port, Map.of("quarkus.http.insecure-requests", "disabled"))))
                    .as("the service does not use the port")
                    .doesNotThrowAnyException();
            assertThatCode(() -> PortCheck.of(config(port, Map.of("quarkus.http.host-enabled", "false"))))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void acceptsAFreePort() {
        assertThatCode(() -> PortCheck.of(config("0", Map.of()))).doesNotThrowAnyException();
    }

    private static Config config(String port, Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(others);
        settings.put("quarkus.http.host", InetAddress.getLoopbackAddress().getHostAddress());
        settings.put("quarkus.http.port", port);
        return new SmallRyeConfigBuilder().withDefaultValues(settings).build();
    }
}
