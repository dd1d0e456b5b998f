package org.gongkai.webhook.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.Until;

/** A system that receives events, on a real HTTP server. It answers 204 until a test gives it another behaviour. */
public final class TestReceiver implements AutoCloseable {

    /**
     * A received message.
     *
     * @param headers its headers
     * @param body its body
     */
    public record Received(Headers headers, String body) {

        public String id() {
            return headers.getFirst("webhook-id");
        }

        public JsonNode json() throws IOException {
            return ReportFiles.JSON.readTree(body);
        }

        /** Computes the signature as the documentation tells receivers to, without the classes of the service. */
        public boolean isSignedWith(String secret) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.split("_", 2)[1]), "HmacSHA256"));
            mac.update(
                    (id() + "." + headers.getFirst("webhook-timestamp") + "." + body).getBytes(StandardCharsets.UTF_8));
            return List.of(headers.getFirst("webhook-signature").split(" "))
                    .contains("v1," + Base64.getEncoder().encodeToString(mac.doFinal()));
        }
    }

    /** Answers a message. */
    public interface Behaviour {
        void answer(HttpExchange exchange, int number) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger current = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private volatile Behaviour behaviour = status(204);

    public TestReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        peak.accumulateAndGet(current.incrementAndGet(), Math::max);
        try {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            received.add(new Received(exchange.getRequestHeaders(), body));
        } finally {
            // The next message may arrive as soon as this one is answered.
            current.decrementAndGet();
        }
        try (exchange) {
            behaviour.answer(exchange, received.size());
        }
    }

    /** Answers with a status. */
    public static Behaviour status(int status) {
        return (exchange, number) -> exchange.sendResponseHeaders(status, -1);
    }

    public void behave(Behaviour next) {
        behaviour = next;
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/events?tenant=1";
    }

    public List<Received> received() {
        return received;
    }

    public List<String> types() {
        return received.stream().map(TestReceiver::type).toList();
    }

    private static String type(Received message) {
        try {
            return message.json().path("type").asText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the largest number of messages that arrived at the same time. */
    public int peak() {
        return peak.get();
    }

    public void await(int messages) throws Exception {
        Until.is(() -> received.size() >= messages, 30);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
