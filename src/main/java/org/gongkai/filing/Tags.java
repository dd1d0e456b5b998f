package org.gongkai.filing;

import jakarta.ws.rs.core.EntityTag;

/** Names revisions in {@code ETag}, {@code If-Match} and {@code If-None-Match}. */
final class Tags {

    private Tags() {}

    static EntityTag of(Revision revision) {
        return new EntityTag(revision.id.revision() + "-" + revision.contentHash.substring(0, 16));
    }
}
