package org.gongkai.reminder.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.testing.Until;

/** A real SMTP server (RFC 5321) on this machine. It takes every mail until a test gives it another behaviour. */
public final class TestMailServer implements AutoCloseable {

    /** The answer after which the server hangs until the client ends the connection. */
    static final String HANGS = "hangs";

    private static final Pattern ENCODED = Pattern.compile("=\\?UTF-8\\?([QB])\\?(.*?)\\?=");

    /** Returns the answer to a command or, for the end of the data, to a dot; {@code null} for the usual one. */
    public interface Behaviour {
        String answer(String command);
    }

    /**
     * A mail that the server has taken.
     *
     * @param recipient address of the recipient
     * @param source the mail as it was sent
     */
    public record ReceivedMail(String recipient, String source) {

        public String header(String name) {
            Matcher header =
                    Pattern.compile("(?mi)^" + name + ": (.*(?:\\n[ \\t].*)*)").matcher(source);
            return header.find() ? decoded(header.group(1).replaceAll("\\n\\s*", " ")) : null;
        }

        String text() {
            String body = source.substring(source.indexOf("\n\n") + 2);
            return "base64".equals(header("Content-Transfer-Encoding"))
                    ? new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8)
                    : quotedPrintable(body.replaceAll("=\\n", ""));
        }

        private static String decoded(String header) {
            return ENCODED.matcher(header.replaceAll("\\?=\\s+=\\?", "?==?"))
                    .replaceAll(word -> Matcher.quoteReplacement(
                            word.group(1).equals("Q")
                                    ? quotedPrintable(word.group(2).replace('_', ' '))
                                    : new String(
                                            Base64.getMimeDecoder().decode(word.group(2)), StandardCharsets.UTF_8)));
        }

        private static String quotedPrintable(String text) {
            byte[] bytes = new byte[text.length()];
            int length = 0;
            for (int i = 0; i < text.length(); i++) {
                boolean isCoded = text.charAt(i) == '=';
                bytes[length++] =
                        (byte) (isCoded ? Integer.parseInt(text.substring(i + 1, i + 3), 16) : text.charAt(i));
                i += isCoded ? 2 : 0;
            }
            return new String(bytes, 0, length, StandardCharsets.UTF_8);
        }
    }

    private final ServerSocket listener = new ServerSocket();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<ReceivedMail> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger hanging = new AtomicInteger();
    private volatile Behaviour behaviour = command -> null;

    public TestMailServer(int port) throws IOException {
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        threads.execute(this::listen);
    }

    public void behave(Behaviour other) {
        behaviour = other;
    }

    public List<ReceivedMail> received() {
        return received;
    }

    /** Returns the number of times that it hung. */
    int hanging() {
        return hanging.get();
    }

    /** Returns the number of open connections. */
    int connections() {
        return connections.size();
    }

    public void await(int number) throws Exception {
        Until.is(() -> received.size() >= number, 30);
    }

    private void listen() {
        try {
            while (true) {
                Socket connection = listener.accept();
                connections.add(connection);
                threads.execute(() -> serve(connection));
            }
        } catch (IOException end) {
            // The server was closed.
        }
    }

    private void serve(Socket connection) {
        try (connection;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1))) {
            OutputStream out = connection.getOutputStream();
            String recipient = null;
            if (!answer("", "220 test ESMTP", out, in)) {
                return;
            }
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                String verb = command.toUpperCase().split("[ :]", 2)[0];
                recipient = verb.equals("RCPT") ? command.replaceAll(".*<(.*)>.*", "$1") : recipient;
                boolean goesOn = answer(command, usual(verb), out, in);
                if (goesOn && verb.equals("DATA")) {
                    goesOn = data(recipient, in, out);
                }
                if (!goesOn || verb.equals("QUIT")) {
                    return;
                }
            }
        } catch (IOException gone) {
            // The client ended the connection.
        } finally {
            connections.remove(connection);
        }
    }

    private static String usual(String verb) {
        return switch (verb) {
            case "DATA" -> "354 go ahead";
            case "QUIT" -> "221 bye";
            default -> "250 OK";
        };
    }

    private boolean data(String recipient, BufferedReader in, OutputStream out) throws IOException {
        StringBuilder source = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                return false;
            }
            source.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
        }
        String special = behaviour.answer(".");
        if (special == null || special.startsWith("2")) {
            received.add(new ReceivedMail(recipient, source.toString()));
        }
        return answer("250 taken", out, in, special);
    }

    private boolean answer(String command, String usual, OutputStream out, BufferedReader in) throws IOException {
        return answer(usual, out, in, behaviour.answer(command));
    }

    /** Answers. Returns false when the client has gone while the server hung. */
    private boolean answer(String usual, OutputStream out, BufferedReader in, String special) throws IOException {
        if (HANGS.equals(special)) {
            hanging.incrementAndGet();
            in.readLine();
            return false;
        }
        out.write(((special == null ? usual : special) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        return true;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket connection : connections) {
            connection.close();
        }
        threads.shutdownNow();
    }
}
