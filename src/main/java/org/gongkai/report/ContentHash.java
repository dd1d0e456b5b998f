package org.gongkai.report;

import org.gongkai.text.Sha256;

/** Computes the hash of the content of a report. Clients can recompute it. */
public final class ContentHash {

    private ContentHash() {}

    /** Returns the SHA-256 of the canonical JSON (RFC 8785) of a report, in lower-case hexadecimal. */
    public static String of(Contents contents) {
        return Sha256.hex(ContentJson.writeCanonical(contents));
    }
}
