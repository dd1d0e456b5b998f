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
 * A request as it goes over the wire.
 *
 * @param method the method
 * @param target path and query, encoded as they are sent
 * @param headers names and values, in their order
 * @param body the body; {@code null} for none
 */
record FuzzedRequest(String method, String target, List<Map.Entry<String, String>> headers, byte[] body) {

    private static final int LONGEST_FIRST_LINE = 4096;

    /**
     * The status with which the HTTP server refuses it by itself, without a word: what is no address (RFC 3986), or too long a one, does
     * not get as far as the service.
     */
    OptionalInt refusedByTheServer() {
        if ((method + " " + target + " HTTP/1.1").length() > LONGEST_FIRST_LINE) {
            return OptionalInt.of(414);
        }
        try {
            new URI(target);
            return OptionalInt.empty();
        } catch (URISyntaxException e) {
            return OptionalInt.of(400);
        }
    }

    /** A command that sends the same: where the body is not plain, from its Base64. */
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
