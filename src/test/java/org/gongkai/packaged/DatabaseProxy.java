package org.gongkai.packaged;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** A proxy between the service and its database that can cut or stall connections. */
final class DatabaseProxy implements AutoCloseable {

    private static final String COMMIT = "COMMIT";

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> openSockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger commitsToCut = new AtomicInteger();
    private final IntSupplier port;

    private volatile CountDownLatch unstalled = new CountDownLatch(0);

    /** @param port the port of the database, which may change when it is started again */
    DatabaseProxy(IntSupplier port) throws IOException {
        this.port = port;
        daemon(this::accept);
    }

    String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + listener.getLocalPort() + "/postgres";
    }

    /** Cuts all open connections. New connections are possible. */
    void cut() {
        openSockets.forEach(DatabaseProxy::close);
    }

    /**
     * Cuts some connections while their transactions are committed: the database gets the commit, the service gets no
     * answer.
     */
    void cutAtCommit(int times) {
        commitsToCut.set(times);
    }

    int commitsLeftToCut() {
        return commitsToCut.get();
    }

    /** Stalls all connections: they stay open and new ones are possible, but no data pass. */
    void stall() {
        unstalled = new CountDownLatch(1);
    }

    void resume() {
        unstalled.countDown();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                daemon(() -> connect(client));
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void connect(Socket client) {
        try {
            Socket database = new Socket(InetAddress.getLoopbackAddress(), port.getAsInt());
            openSockets.add(client);
            openSockets.add(database);
            daemon(() -> forward(client, database, true));
            daemon(() -> forward(database, client, false));
        } catch (IOException refused) {
            close(client);
        }
    }

    private void forward(Socket from, Socket to, boolean toDatabase) {
        byte[] bytes = new byte[1 << 16];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                unstalled.await();
                if (toDatabase && isCommitToCut(bytes, read)) {
                    // The service does not get the answer.
                    from.close();
                }
                out.write(bytes, 0, read);
            }
        } catch (IOException ended) {
            // The other end is closed below.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
        }
    }

    private boolean isCommitToCut(byte[] bytes, int length) {
        return commitsToCut.get() > 0
                && new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(COMMIT)
                && commitsToCut.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "database-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        resume();
        cut();
    }
}
