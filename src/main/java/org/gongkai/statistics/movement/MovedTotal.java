package org.gongkai.statistics.movement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Figure;
import org.gongkai.registry.code.Named;

/**
 * A total that moves: the value of a figure in a roll-up.
 *
 * @param district the district, which includes all districts in it
 * @param category the category; absent for all categories
 * @param figure code of the figure
 * @param label the place of the figure on paper, in the language of the response
 * @param before the value before; null if no report counted
 * @param after the value after; null if no report counts
 * @param difference the part of this report in the move
 */
public record MovedTotal(
        Named district,
        @JsonInclude(JsonInclude.Include.NON_NULL) Named category,

        @Schema(pattern = Figure.CODE_PATTERN, examples = "requests.newlyReceived")
        String figure,

        String label,
        @Schema(examples = "12", nullable = true) BigDecimal before,
        @Schema(examples = "15", nullable = true) BigDecimal after,
        @Schema(examples = "3") BigDecimal difference) {}
