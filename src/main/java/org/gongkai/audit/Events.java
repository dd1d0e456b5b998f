package org.gongkai.audit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of the audit log.
 *
 * @param items the events, in an order that never changes
 * @param next cursor of the next part: the value for {@code after}
 */
public record Events(
        @Schema(maxItems = Limit.MAX) List<EventEntry> items,

        @Schema(pattern = Cursor.PATTERN, examples = "7281-42")
        String next) {}
