package org.gongkai.commandline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/**
 * A client of a running service. It repeats requests that fail because of the connection or the load, which is safe for
 * the requests of the commands: the same report is stored once. After a request that failed for good, the next ones are
 * not repeated until one succeeds.
 */
public final class ServiceClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RESPONSE_TIMEOUT = Duration.ofMinutes(2);
    private static final int MAX_ATTEMPTS = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Set<Integer> LATER = Set.of(429, 503);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Text UNREACHABLE = new Text("无法连接服务 %s：%s", "The service at %s cannot be reached: %s");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final URI service;
    private final String token;
    private final Language language;
    private int attempts = MAX_ATTEMPTS;

    ServiceClient(URI service, String token, Language language) {
        this.service = service;
        this.token = token;
        this.language = language;
    }

    /**
     * An answer of the service.
     *
     * @param status its HTTP status
     * @param body its content; a missing node if it is not JSON
     */
    public record Reply(int status, JsonNode body) {

        /** Returns status and reason of a problem. */
        public Text problem() {
            return problem(status, body);
        }

        /** Returns status and reason of a problem inside of an answer. */
        public static Text problem(int status, JsonNode problem) {
            String reason = problem.path("detail").asText(problem.path("title").asText());
            return Text.of((status + " " + reason).strip());
        }
    }

    /** Thrown if the service does not answer. */
    public static final class Unreachable extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Text reason;

        Unreachable(Text reason, IOException cause) {
            super(reason.en(), cause);
            this.reason = reason;
        }

        public Text reason() {
            return reason;
        }
    }

    /** Returns the address of the service. */
    public URI service() {
        return service;
    }

    /** Sends a body and returns the answer. */
    public Reply post(String path, String type, byte[] body) throws Unreachable, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(RESPONSE_TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type)
                .header("Accept-Language", language.locale().getLanguage())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (attempt >= attempts || !LATER.contains(response.statusCode())) {
                    attempts = MAX_ATTEMPTS;
                    return new Reply(response.statusCode(), json(response.body()));
                }
                pause(retryAfter(response).orElse(pauseAfter(attempt)));
            } catch (IOException e) {
                if (attempt >= attempts) {
                    attempts = 1;
                    throw new Unreachable(UNREACHABLE.with(service, reason(e)), e);
                }
                pause(pauseAfter(attempt));
            }
        }
    }

    private static Duration pauseAfter(int attempt) {
        return Duration.ofSeconds(1L << (attempt - 1));
    }

    private static Optional<Duration> retryAfter(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    private static void pause(Duration duration) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(duration.toMillis());
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException otherServer) {
            return JSON.missingNode();
        }
    }

    /** Returns the reason of a failure; the client of the JDK gives some of them no message. */
    private static String reason(IOException e) {
        return e.getMessage() == null
                ? e.getClass().getSimpleName()
                : e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
