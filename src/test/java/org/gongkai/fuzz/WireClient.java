package org.gongkai.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.testing.HttpAnswer;

/**
 * Sends requests unchanged, each on its own connection. Other clients refuse or repair invalid requests.
 *
 * @param port the port of the service on this machine
 */
record WireClient(int port) {

    private static final int TIMEOUT_MILLIS = 60_000;

    HttpAnswer send(FuzzedRequest request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(written(request));
            socket.getOutputStream().flush();
            return read(new BufferedInputStream(socket.getInputStream()));
        }
    }

    private static byte[] written(FuzzedRequest request) throws IOException {
        StringBuilder head = new StringBuilder(request.method().toUpperCase(Locale.ROOT))
                .append(' ')
                .append(request.target())
                .append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        request.headers().forEach(header -> head.append(header.getKey())
                .append(": ")
                .append(header.getValue())
                .append("\r\n"));
        byte[] body = request.body() == null ? new byte[0] : request.body();
        if (request.body() != null) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(body);
        return bytes.toByteArray();
    }

    private static HttpAnswer read(InputStream input) throws IOException {
        int status = Integer.parseInt(line(input).split(" ")[1]);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(input); !line.isEmpty(); line = line(input)) {
            headers.put(
                    line.substring(0, line.indexOf(':')),
                    line.substring(line.indexOf(':') + 1).strip());
        }
        byte[] body = "chunked".equals(headers.get("Transfer-Encoding")) ? chunks(input) : input.readAllBytes();
        return new HttpAnswer(status, headers.getOrDefault("Content-Type", ""), body);
    }

    private static byte[] chunks(InputStream input) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(input); size > 0; size = size(input)) {
            body.write(input.readNBytes(size));
            line(input);
        }
        return body.toByteArray();
    }

    private static int size(InputStream input) throws IOException {
        return Integer.parseInt(line(input), 16);
    }

    private static String line(InputStream input) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = input.read(); octet != '\n'; octet = input.read()) {
            if (octet < 0) {
                throw new IOException("The connection ends within a line: " + line);
            }
            line.append((char) octet);
        }
        return line.toString().stripTrailing();
    }
}
