package org.gongkai.statistics.movement;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.registry.code.Named;
import org.gongkai.text.Pointers;

/**
 * A cell of the consolidated report of a district that moves.
 *
 * @param district the district
 * @param pointer JSON Pointer (RFC 6901) to the cell
 * @param cell the place of the cell on paper, in the language of the response
 * @param before the number before
 * @param after the number after
 * @param difference the part of this report in the move
 */
public record MovedCell(
        Named district,

        @Schema(format = Pointers.FORMAT, examples = "/requests/newlyReceived/total")
        String pointer,

        String cell,
        @Schema(examples = "12") BigDecimal before,
        @Schema(examples = "15") BigDecimal after,
        @Schema(examples = "3") BigDecimal difference) {}
