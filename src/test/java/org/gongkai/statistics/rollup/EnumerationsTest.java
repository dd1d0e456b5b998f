package org.gongkai.statistics.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

/** The contract lists the values of {@code groupBy} and {@code orderBy} by hand, because annotations take only literals. */
class EnumerationsTest {

    @Test
    void groupByTakesTheDimensionsOfTheContract() {
        assertThat(Dimension.class.getAnnotation(Schema.class).enumeration())
                .containsExactlyElementsOf(Dimension.codes())
                .allSatisfy(code -> assertThat(Dimension.of(code)).isPresent());
    }

    @Test
    void orderByTakesTheKeysOfTheContract() {
        assertThat(RowSort.class.getAnnotation(Schema.class).enumeration())
                .containsExactlyElementsOf(RowSort.codes())
                .allSatisfy(
                        code -> assertThat(RowSort.of(code).map(RowSort::code)).hasValue(code));
    }
}
