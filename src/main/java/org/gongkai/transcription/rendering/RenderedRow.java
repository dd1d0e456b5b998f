package org.gongkai.transcription.rendering;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.transcription.page.GridBuilder;

/**
 * A row of a table.
 *
 * @param cells the cells that begin in the row, from left to right, with blank ones
 */
public record RenderedRow(
        @Schema(maxItems = GridBuilder.MAX_COLUMNS) List<RenderedCell> cells) {}
