package org.gongkai.http.idempotency;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The body of a batch, whose hash is computed while it is read, however large it is. Its end is refused if it is not that
 * of the first request with the same key: an atomic batch stores nothing then, and another one reports it in its last line.
 */
final class FingerprintedBody extends InputStream {

    private static final Duration RENEWAL = Duration.ofMinutes(1);

    private final MessageDigest digest = Fingerprint.digest();
    private final InputStream body;
    private final byte[] expected;
    private final Runnable renewal;
    private long renewedAt = System.nanoTime();
    private volatile byte[] hash;

    /**
     * Creates the body.
     *
     * @param expected hash of the first body; {@code null} if this is the first
     * @param renewal is run about every minute while the body is read
     */
    FingerprintedBody(InputStream body, byte[] expected, Runnable renewal) {
        this.body = body;
        this.expected = expected;
        this.renewal = renewal;
    }

    @Override
    public int read() throws IOException {
        byte[] octet = new byte[1];
        return read(octet, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(octet[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = body.read(buffer, offset, length);
        if (read < 0) {
            end();
        } else {
            digest.update(buffer, offset, read);
            renew();
        }
        return read;
    }

    private void end() {
        if (hash == null) {
            hash = digest.digest();
            if (expected != null && !Arrays.equals(expected, hash)) {
                throw IdempotencyKeys.otherBody();
            }
        }
    }

    private void renew() {
        if (System.nanoTime() - renewedAt > RENEWAL.toNanos()) {
            renewedAt = System.nanoTime();
            renewal.run();
        }
    }

    /** Returns the hash of the body; empty if it has not been read to its end. */
    Optional<byte[]> hash() {
        return Optional.ofNullable(hash);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
