package org.gongkai.packaged.siege;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** The attacks of the siege. Each is one example of a class; their numbers and sizes are those that once did harm. */
final class Attacks {

    private static final String LARGE = "/api/v1/statistics?groupBy=figure,agency,year,applicantType";
    private static final String REPORT = "PUT /api/v1/reports/350128-finance/2024";
    private static final String BATCH = "POST /api/v1/reports";
    private static final String DOCUMENT = "POST /api/v1/documents";
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";
    private static final String HTML = "text/html";
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private Attacks() {}

    static List<Attack> all() {
        return List.of(
                new Attack("HTTP/2 streams without a window", "1,500 streams, nothing read", Attacks::streams),
                new Attack("Invented methods", "methods of 3,800 letters, 404 and 405", Attacks::methods),
                new Attack("Pipelining", "30 connections × 400 large answers, nothing read", Attacks::pipelining),
                new Attack("Slow reports", "200 bodies, a byte at a time", slowBodies(REPORT, JSON, 1_900_000)),
                new Attack("Slow batches", "200 bodies, a byte at a time", slowBodies(BATCH, NDJSON, 1_000_000)),
                new Attack("Slow documents", "200 bodies, a byte at a time", slowBodies(DOCUMENT, HTML, 9_000_000)),
                new Attack("Slow heads", "200 heads, a byte at a time", Attacks::slowHeads),
                new Attack("Documents", "60 × 9 MB of table cells at once", Attacks::documents),
                new Attack(
                        "Small input, much work",
                        "9.5 MB of entities; 300,000 attributes",
                        Attacks::expensiveDocuments),
                new Attack("Atomic batches", "20 uploads of 1 GB", Attacks::spools),
                new Attack("Compressed batches", "256 MB of blanks in 256 KB", Attacks::compressed),
                new Attack("Expensive queries", "60 clients, XLSX, each a new question", Attacks::workbooks),
                new Attack("PDF files", "60 clients, reports and a consolidated report", Attacks::pdfFiles),
                new Attack("Large downloads", "64 clients, JSON, each a new question", Attacks::downloads),
                new Attack("Slow readers", "200 large answers, nothing read", Attacks::slowReaders),
                new Attack("Stampede", "64 clients, one new question", Attacks::stampede));
    }

    private static void streams(Target target, long until) throws Exception {
        target.repeat(1, until, client -> {
            try (Socket socket = target.connect()) {
                OutputStream out = socket.getOutputStream();
                out.write(PREFACE);
                out.write(new byte[] {0, 0, 6, 4, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0});
                for (int stream = 1; stream < 3_000; stream += 2) {
                    out.write(headers(stream));
                }
                target.count(socket.getInputStream());
            } catch (IOException closed) {
                target.closed();
            }
        });
    }

    /** Returns a frame that opens a stream with a request for a large answer (RFC 9113, RFC 7541). */
    private static byte[] headers(int stream) throws IOException {
        byte[] path = LARGE.getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        int length = 2 + 2 + path.length;
        frame.write(new byte[] {0, 0, (byte) length, 1, 5});
        frame.write(new byte[] {0, 0, (byte) (stream >> 8), (byte) stream});
        frame.write(new byte[] {(byte) 0x82, (byte) 0x86, 0x04, (byte) path.length});
        frame.write(path);
        return frame.toByteArray();
    }

    private static void methods(Target target, long until) throws Exception {
        target.repeat(2, until, client -> {
            Random random = new Random(client);
            try (Socket socket = target.connect()) {
                for (int request = 0; request < 100; request++) {
                    String path = request % 2 == 0 ? "/x" : "/api/v1/agencies";
                    String line = letters(random) + " " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
                    socket.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
                    socket.getInputStream().read(new byte[1 << 14]);
                }
            } catch (IOException closed) {
                target.closed();
            }
        });
    }

    private static String letters(Random random) {
        return random.ints(3_800, 'A', 'Z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void pipelining(Target target, long until) throws Exception {
        byte[] requests = ("GET " + LARGE + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .repeat(400)
                .getBytes(StandardCharsets.US_ASCII);
        hold(target, 30, until, socket -> socket.getOutputStream().write(requests));
    }

    private static Attack.Action slowBodies(String line, String type, long length) {
        return (target, until) -> trickle(target, until, target.head(line, type, length) + "{");
    }

    private static void slowHeads(Target target, long until) throws Exception {
        trickle(target, until, "GET /api/v1/agencies HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    }

    /** Opens connections with the beginning of a request, and sends a blank on each from time to time. */
    private static void trickle(Target target, long until, String begin) throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int connection = 0; connection < 200; connection++) {
                Socket socket = target.connect();
                sockets.add(socket);
                socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
            }
            while (System.nanoTime() < until) {
                for (Socket socket : sockets) {
                    trickle(socket);
                }
                TimeUnit.MILLISECONDS.sleep(500);
            }
        } finally {
            close(sockets);
        }
    }

    private static void trickle(Socket socket) {
        try {
            socket.getOutputStream().write(' ');
        } catch (IOException refused) {
            // The service has closed the connection, as it should.
        }
    }

    private static void documents(Target target, long until) throws Exception {
        byte[] cells = repeated("<tr><td>1</td><td>2</td></tr>", 8_900_000);
        target.together(60, client -> target.send(DOCUMENT, HTML, cells));
    }

    private static void expensiveDocuments(Target target, long until) throws Exception {
        byte[] entities = repeated("&amp;", 9_500_000);
        byte[] attributes = ("<p " + new String(repeated("a=1 b=2 ", 2_900_000), StandardCharsets.US_ASCII) + ">")
                .getBytes(StandardCharsets.US_ASCII);
        target.repeat(10, until, client -> target.send(DOCUMENT, HTML, client % 2 == 0 ? entities : attributes));
    }

    private static byte[] repeated(String part, int size) {
        return part.repeat(size / part.length()).getBytes(StandardCharsets.US_ASCII);
    }

    private static void spools(Target target, long until) throws Exception {
        byte[] blanks = new byte[1 << 16];
        Arrays.fill(blanks, (byte) ' ');
        target.together(20, client -> {
            try (Socket socket = target.connect()) {
                OutputStream out = socket.getOutputStream();
                String head = target.head("POST /api/v1/reports?mode=atomic", NDJSON, 1_000_000_000);
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                while (System.nanoTime() < until) {
                    out.write(blanks);
                }
            } catch (IOException refused) {
                target.closed();
            }
        });
    }

    private static void compressed(Target target, long until) throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            for (int part = 0; part < 300; part++) {
                gzip.write(blanks);
            }
        }
        String type = NDJSON + "\r\nContent-Encoding: gzip";
        target.repeat(8, until, client -> target.send(BATCH, type, packed.toByteArray()));
    }

    private static void workbooks(Target target, long until) throws Exception {
        Random random = new Random(1);
        target.repeat(
                60, until, client -> target.get(LARGE + "&format=xlsx&limit=" + (10_000 + random.nextInt(80_000))));
    }

    private static void pdfFiles(Target target, long until) throws Exception {
        String asOf = "&asOf=2026-01-01T00:00:%02d.%03dZ";
        Random random = new Random(4);
        target.repeat(
                60,
                until,
                client -> target.get(
                        client % 2 == 0
                                ? "/api/v1/reports/350128-finance/2023?format=pdf"
                                : "/api/v1/consolidated-reports/2023?format=pdf"
                                        + asOf.formatted(random.nextInt(60), random.nextInt(1_000))));
    }

    private static void downloads(Target target, long until) throws Exception {
        Random random = new Random(2);
        target.repeat(
                64, until, client -> target.get(LARGE + "&format=json&limit=" + (10_000 + random.nextInt(80_000))));
    }

    private static void slowReaders(Target target, long until) throws Exception {
        Random random = new Random(3);
        hold(target, 200, until, socket -> {
            String line = "GET " + LARGE + "&limit=" + (10_000 + random.nextInt(80_000))
                    + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
        });
    }

    private static void stampede(Target target, long until) throws Exception {
        for (int question = 0; System.nanoTime() < until; question++) {
            int limit = 5_000 + question;
            target.together(64, client -> target.get(LARGE + "&format=csv&limit=" + limit));
        }
    }

    /** An action on a connection that is kept open afterwards. */
    private interface Opening {
        void on(Socket socket) throws IOException;
    }

    /** Opens connections and keeps them until the time is over, without reading from them. */
    private static void hold(Target target, int connections, long until, Opening opening) throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int connection = 0; connection < connections; connection++) {
                Socket socket = target.connect();
                sockets.add(socket);
                try {
                    opening.on(socket);
                } catch (IOException refused) {
                    target.closed();
                }
            }
            TimeUnit.NANOSECONDS.sleep(until - System.nanoTime());
        } finally {
            close(sockets);
        }
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
