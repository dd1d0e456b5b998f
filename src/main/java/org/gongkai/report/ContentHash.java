package org.gongkai.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A fingerprint of a report's content that anybody can recompute. */
public final class ContentHash {

    private ContentHash() {}

    /** SHA-256 over the canonical JSON (RFC 8785) of what a report says, in lower-case hexadecimal. */
    public static String of(Contents contents) {
        try {
            byte[] canonical = ContentJson.writeCanonical(contents).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
