package org.gongkai.http.idempotency;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes by which two requests are compared. */
final class Fingerprint {

    private Fingerprint() {}

    /** Returns the hash of method and address of a request. */
    static byte[] ofHead(String method, String address) {
        return digest().digest((method + " " + address).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the hash of a body in memory, which can be read again afterwards. */
    static byte[] ofBody(InputStream body) throws IOException {
        MessageDigest digest = digest();
        digest.update(body.readAllBytes());
        body.reset();
        return digest.digest();
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
