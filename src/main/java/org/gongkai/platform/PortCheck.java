package org.gongkai.platform;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.eclipse.microprofile.config.Config;

/**
 * Checks before any other step that the port of the service is free. Otherwise, the framework would report it after the
 * database has been started and migrated.
 */
final class PortCheck {

    private static final String PORT = "quarkus.http.port";
    private static final int DEFAULT_PORT = 8080;

    private PortCheck() {}

    /** @throws IOException if another program listens on the port; the message is one line */
    static void of(Config config) throws IOException {
        boolean plain = !config.getOptionalValue("quarkus.http.insecure-requests", String.class)
                .filter("disabled"::equalsIgnoreCase)
                .isPresent();
        boolean host = config.getOptionalValue("quarkus.http.host-enabled", Boolean.class)
                .orElse(true);
        boolean shared = config.getOptionalValue("quarkus.http.so-reuse-port", Boolean.class)
                .orElse(false);
        if (plain && host && !shared) {
            bind(address(config), config.getOptionalValue(PORT, Integer.class).orElse(DEFAULT_PORT));
        }
    }

    private static InetAddress address(Config config) throws IOException {
        return InetAddress.getByName(
                config.getOptionalValue(Launcher.HOST, String.class).orElse("localhost"));
    }

    private static void bind(InetAddress address, int port) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(address, port));
        } catch (IllegalArgumentException e) {
            throw new IOException("%s must be a port from 0 to 65535, not %d.".formatted(PORT, port), e);
        } catch (BindException e) {
            throw new IOException(
                    "Port %d of %s cannot be used (%s). Stop the program that uses it, or set %s to another port."
                            .formatted(port, address.getHostAddress(), e.getMessage(), PORT),
                    e);
        }
    }
}
