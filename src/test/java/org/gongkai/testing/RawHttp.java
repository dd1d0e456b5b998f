package org.gongkai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Requests byte by byte, each on its own connection. Other clients complete, repair or refuse some requests. */
public final class RawHttp implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream input;

    private RawHttp() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        input = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * An answer.
     *
     * @param headers its headers; several of one name are joined by commas
     */
    public record Answer(int status, Map<String, String> headers, byte[] body) {

        public String header(String name) {
            return headers.get(name);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** Opens a connection. */
    public static RawHttp open() throws IOException {
        return new RawHttp();
    }

    /**
     * Sends a request without a body.
     *
     * @param line method and address
     * @param headers lines of headers
     */
    public static Answer send(String line, String... headers) throws IOException {
        return send(line, new byte[0], headers);
    }

    /** Sends a request with a body. */
    public static Answer send(String line, byte[] body, String... headers) throws IOException {
        try (RawHttp connection = open()) {
            connection.head(line, headers);
            connection.write(body);
            return connection.answer();
        }
    }

    /** Sends a request without a body that names another host. */
    public static Answer sendTo(String host, String line) throws IOException {
        try (RawHttp connection = open()) {
            connection.write((line + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            return connection.answer();
        }
    }

    /** Sends the head of a request. */
    public void head(String line, String... headers) throws IOException {
        StringBuilder head = new StringBuilder(line).append(" HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Reads the status of an answer, and skips its headers. */
    public int statusAlone() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        while (!line().isEmpty()) {
            // a header
        }
        return status;
    }

    /**
     * Returns everything that arrives until the server closes the connection. The connection is reset instead if the
     * server has not read everything that was sent.
     */
    public String untilClosed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            input.transferTo(bytes);
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Returns whether nothing arrives for a time, and the server does not close the connection meanwhile. */
    public boolean isSilentFor(Duration time) throws IOException {
        socket.setSoTimeout(Math.toIntExact(time.toMillis()));
        try {
            input.read();
            return false;
        } catch (SocketTimeoutException silent) {
            return true;
        } finally {
            socket.setSoTimeout(TIMEOUT_MILLIS);
        }
    }

    /** Reads an answer that has a length or is chunked. */
    public Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon), line.substring(colon + 1).strip(), (one, other) -> one + ", " + other);
        }
        byte[] body = "chunked".equals(headers.get("Transfer-Encoding"))
                ? chunks()
                : input.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
        return new Answer(status, headers, body);
    }

    /** Reads one chunk of an answer. */
    public byte[] chunk() throws IOException {
        byte[] chunk = input.readNBytes(Integer.parseInt(line(), 16));
        line();
        return chunk;
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(input.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = input.read(); octet != '\n'; octet = input.read()) {
            if (octet < 0) {
                throw new IOException("The connection ends within a line: " + line);
            }
            line.append((char) octet);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
