package org.gongkai.http.body;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that is read while it arrives. Only the time in which the reader waits for it counts against its rate. */
final class PacedStream extends FilterInputStream {

    private final Arrival arrival;
    private long received;
    private long waited;

    PacedStream(InputStream body, Arrival arrival) {
        super(body);
        this.arrival = arrival;
    }

    @Override
    public int read() throws IOException {
        byte[] octet = new byte[1];
        return read(octet, 0, 1) < 0 ? -1 : octet[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            // The stream of the framework would wait for the next bytes.
            return 0;
        }
        long begin = System.nanoTime();
        int read = super.read(buffer, offset, length);
        waited += System.nanoTime() - begin;
        received += Math.max(read, 0);
        if (read >= 0 && arrival.isTooSlow(received, waited)) {
            throw arrival.refusal();
        }
        return read;
    }
}
