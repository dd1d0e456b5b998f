package org.gongkai.packaged.siege;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** The attacked service, and the answers that it gave. */
final class Target {

    private static final int TIMEOUT_MILLIS = 20_000;
    private static final int SMALL_BUFFER = 4_096;

    private final int port;
    private final String token;
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();

    /**
     * Creates the target.
     *
     * @param token a token of the attacker, which submits for one agency
     */
    Target(int port, String token) {
        this.port = port;
        this.token = token;
    }

    String token() {
        return token;
    }

    /** Opens a connection whose client reads little at a time. */
    Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL_BUFFER);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        return socket;
    }

    /** Sends a request without a body, and reads its whole answer. */
    void get(String path) throws IOException {
        send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", new byte[0]);
    }

    /** Sends a request with a body and the token, and reads its whole answer. */
    void send(String line, String type, byte[] body) throws IOException {
        send(head(line, type, body.length), body);
    }

    /** Returns the head of a request with a body and the token. */
    String head(String line, String type, long length) {
        return line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: " + type + "\r\nContent-Length: " + length + "\r\n\r\n";
    }

    private void send(String head, byte[] body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            count(socket.getInputStream());
        } catch (IOException closed) {
            closed();
        }
    }

    /** Counts a connection that the service has closed without an answer. */
    void closed() {
        answers.merge("closed", 1, Integer::sum);
    }

    /** Reads an answer to its end, and counts its status. */
    void count(InputStream answer) throws IOException {
        byte[] line = answer.readNBytes("HTTP/1.1 200".length());
        answers.merge(line.length < 12 ? "closed" : new String(line, 9, 3, StandardCharsets.US_ASCII), 1, Integer::sum);
        answer.transferTo(OutputStream.nullOutputStream());
    }

    /** Repeats a request on several connections until the time is over. */
    void repeat(int clients, long until, Request request) throws Exception {
        together(clients, client -> {
            while (System.nanoTime() < until) {
                request.send(client);
            }
        });
    }

    /** Sends a request of each client at the same time, and waits for all of them. */
    void together(int clients, Request request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int number = client;
                tasks.add(() -> {
                    request.send(number);
                    return null;
                });
            }
            for (Future<Void> task : threads.invokeAll(tasks)) {
                task.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** A request of one of several clients. */
    interface Request {
        void send(int client) throws Exception;
    }

    /** Returns the number of answers by status. */
    String answers() {
        return answers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue() + " × " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
