package org.gongkai.report;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;

/** A fingerprint of a report's content that anybody can recompute. */
public final class ContentHash {

    private ContentHash() {}

    /** SHA-256 over the canonical form (RFC 8785) of a JSON text, in lower-case hexadecimal. */
    public static String of(byte[] json) {
        try {
            byte[] canonical = new JsonCanonicalizer(json).getEncodedUTF8();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("Content that was checked cannot be hashed", e);
        }
    }
}
