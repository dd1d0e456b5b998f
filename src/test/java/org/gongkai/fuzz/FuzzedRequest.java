package org.gongkai.fuzz;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A request as it is sent over the network.
 *
 * @param method the method
 * @param target path and query, encoded
 * @param headers names and values, in order
 * @param body the body; {@code null} for none
 */
record FuzzedRequest(String method, String target, List<Map.Entry<String, String>> headers, byte[] body) {

    private static final int MAX_ADDRESS = 16_384;

    /**
     * Returns the status with which the request is refused before it reaches an operation. An invalid address (RFC
     * 3986) does not reach the service.
     */
    OptionalInt refusedByTheServer() {
        try {
            new URI(target);
            return target.length() > MAX_ADDRESS ? OptionalInt.of(414) : OptionalInt.empty();
        } catch (URISyntaxException e) {
            return OptionalInt.of(400);
        }
    }

    /** Returns a shell command that sends the same request. A body that is not plain text is in Base64. */
    String curl(int port) {
        String head = headers.stream()
                .map(header -> " -H '" + header.getKey() + ": " + quoted(header.getValue()) + "'")
                .collect(Collectors.joining());
        String call = "curl -i --path-as-is -X " + method.toUpperCase(Locale.ROOT) + head + " 'http://localhost:" + port
                + quoted(target) + "'";
        return body == null
                ? call
                : "base64 -d <<< " + Base64.getEncoder().encodeToString(body) + " | " + call + " --data-binary @-";
    }

    private static String quoted(String text) {
        return text.replace("'", "'\\''");
    }
}
