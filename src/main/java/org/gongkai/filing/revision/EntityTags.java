package org.gongkai.filing.revision;

import jakarta.ws.rs.core.EntityTag;
import org.gongkai.text.Sha256;

/** Entity tags of revisions and of documents, for {@code ETag}, {@code If-Match} and {@code If-None-Match}. */
public final class EntityTags {

    /** Number of hexadecimal digits of a hash in a tag. */
    private static final int HASH_DIGITS = 16;

    private EntityTags() {}

    public static EntityTag of(RevisionRow revision) {
        return new EntityTag(revision.revision() + "-" + revision.contentHash().substring(0, HASH_DIGITS));
    }

    public static EntityTag of(byte[] document) {
        return new EntityTag(Sha256.hex(document).substring(0, HASH_DIGITS));
    }
}
