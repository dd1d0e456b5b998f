package org.gongkai.filing.history;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.audit.Cursor;
import org.gongkai.audit.Limit;

/**
 * A part of the feed of changes.
 *
 * @param items the changes, in an order that never changes
 * @param next cursor of the next part: the value for {@code after}
 */
public record PublicChanges(
        @Schema(maxItems = Limit.MAX) List<PublicChange> items,

        @Schema(pattern = Cursor.PATTERN, examples = "7281-42")
        String next) {}
