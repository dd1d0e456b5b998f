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
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private static final int HTTP_ERROR = 400;

    /** The answers of a service under load, and of a proxy whose service is away for a moment. */
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Text NO_PROBLEM =
            new Text("HTTP %s，不是本服务的回答，请检查 --to", "HTTP %s, not an answer of Gongkai; check --to");
    private static final Text OTHER_SERVER = new Text(
            "%s 不是本服务（HTTP %s，内容不是 JSON），请检查 --to",
            "The server at %s is not Gongkai (HTTP %s, and no JSON); check --to");
    private static final Text TIMEOUT = new Text("超过 %s 秒没有回答", "no answer within %s s");
    private static final Text NO_CONNECTION = new Text("无法建立连接", "no connection");
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
            if (!problem.isObject()) {
                return NO_PROBLEM.with(status);
            }
            String reason = problem.path("detail").asText(problem.path("title").asText());
            return Text.of((status + " " + reason).strip());
        }
    }

    /** Thrown if the service does not answer. */
    public static final class Unreachable extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Text reason;

        /** @param cause {@code null} if the server answered, but not as the service */
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

    /**
     * Sends a body and returns the answer.
     *
     * @throws Unreachable if there is no answer, or none of the service
     */
    public Reply post(String path, String type, byte[] body) throws Unreachable, InterruptedException {
        return answer(request(path)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    /**
     * Returns what is at an address.
     *
     * @throws Unreachable if there is no answer, or none of the service
     */
    public Reply get(String path) throws Unreachable, InterruptedException {
        return answer(request(path).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", language.locale().getLanguage());
    }

    private Reply answer(HttpRequest request) throws Unreachable, InterruptedException {
        try {
            Reply reply = repeated(request);
            attempts = MAX_ATTEMPTS;
            return reply;
        } catch (Unreachable e) {
            attempts = 1;
            throw e;
        }
    }

    private Reply repeated(HttpRequest request) throws Unreachable, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            boolean isLast = attempt >= attempts;
            try {
                HttpResponse<String> response = send(request);
                if (!LATER.contains(response.statusCode())) {
                    return reply(response);
                }
                if (isLast) {
                    throw new Unreachable(reply(response).problem(), null);
                }
                pause(retryAfter(response).orElse(pauseAfter(attempt)));
            } catch (IOException e) {
                if (isLast || e instanceof HttpTimeoutException) {
                    throw new Unreachable(UNREACHABLE.with(service, reason(e)), e);
                }
                pause(pauseAfter(attempt));
            }
        }
    }

    /** Sends a request. The limit of time covers the whole answer; that of the client would end with its headers. */
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> response =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            return response.get(RESPONSE_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new HttpTimeoutException(null);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    private Reply reply(HttpResponse<String> response) throws Unreachable {
        Reply reply = new Reply(response.statusCode(), json(response.body()));
        if (reply.status() < HTTP_ERROR && !reply.body().isObject()) {
            throw new Unreachable(OTHER_SERVER.with(service, reply.status()), null);
        }
        return reply;
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
    private static Text reason(IOException e) {
        if (e instanceof HttpTimeoutException) {
            return TIMEOUT.with(RESPONSE_TIMEOUT.toSeconds());
        }
        return e.getMessage() == null ? NO_CONNECTION : Text.of(e.getMessage());
    }
}
