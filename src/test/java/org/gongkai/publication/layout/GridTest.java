package org.gongkai.publication.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.publication.layout.GridCell.Quantity;
import org.gongkai.publication.layout.GridCell.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {

    private static final List<Integer> TWO_COLUMNS = List.of(1, 3);

    @Test
    void refusesGapsAndOverlaps() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Grid(List.of(cell(0, 0, 1, 1)), TWO_COLUMNS, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grid(List.of(cell(0, 0, 1, 2), cell(0, 1, 1, 1)), TWO_COLUMNS, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> cell(0, -1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> cell(0, 0, 0, 1));
    }

    @Test
    void findsTheCellOfEachPosition() {
        Grid grid = new Grid(List.of(cell(0, 0, 2, 1), cell(0, 1, 1, 1), cell(1, 1, 1, 1)), TWO_COLUMNS, 1);

        assertThat(grid.rows()).isEqualTo(2);
        assertThat(grid.at(1, 0)).isSameAs(grid.at(0, 0));
        assertThat(grid.cellsStartingIn(1)).containsExactly(grid.at(1, 1));
        assertThat(grid.widthShare(grid.at(0, 1))).isEqualTo(0.75);
    }

    @ParameterizedTest
    @CsvSource({"0.000000, 0", "5949.090000, 5949.09", "1E+3, 1000", "-18, -18", "999999999.999999, 999999999.999999"})
    void printsNumbersWithoutTrailingZeros(BigDecimal value, String printed) {
        assertThat(new Quantity(value, "").text()).isEqualTo(printed);
        assertThat(new Quantity(value, "万元").text()).isEqualTo(printed + "万元");
    }

    private static GridCell cell(int row, int column, int rows, int columns) {
        return new GridCell(row, column, rows, columns, new Words("一"));
    }
}
