package org.gongkai.audit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of the trail.
 *
 * @param items what happened, in an order in which nothing appears later
 * @param next where to go on: the value of {@code after} for the part that follows
 */
public record Events(
        List<EventEntry> items,
        @Schema(examples = "7281-42") String next) {}
