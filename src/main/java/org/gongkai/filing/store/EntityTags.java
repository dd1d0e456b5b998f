package org.gongkai.filing.store;

import jakarta.ws.rs.core.EntityTag;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names revisions, and documents made of them, in {@code ETag}, {@code If-Match} and {@code If-None-Match}. */
public final class EntityTags {

    /** Digits of a hash that tell it from others. */
    private static final int LENGTH = 16;

    private EntityTags() {}

    public static EntityTag of(Revision revision) {
        return new EntityTag(revision.id.revision() + "-" + revision.contentHash.substring(0, LENGTH));
    }

    public static EntityTag of(byte[] document) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(document);
            return new EntityTag(HexFormat.of().formatHex(hash).substring(0, LENGTH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
