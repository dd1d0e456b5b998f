package org.gongkai.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes the hash of the content of a report. Clients can recompute it. */
public final class ContentHash {

    private ContentHash() {}

    /** Returns the SHA-256 of the canonical JSON (RFC 8785) of a report, in lower-case hexadecimal. */
    public static String of(Contents contents) {
        try {
            byte[] canonical = ContentJson.writeCanonical(contents).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
