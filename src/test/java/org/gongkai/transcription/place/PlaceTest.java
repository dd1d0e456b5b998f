package org.gongkai.transcription.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {

    private static final Box LEFT = new Box(10, 20, 30, 28);
    private static final Box RIGHT = new Box(50, 18, 60, 26);

    @ParameterizedTest
    @CsvSource({"6, 2, C7", "0, 0, A1", "0, 25, Z1", "9, 26, AA10", "0, 701, ZZ1", "0, 702, AAA1"})
    void cellsOfSheetsHaveTheirAddress(int row, int column, String address) {
        assertThat(Place.inSheet("表三", row, column).cell()).isEqualTo(address).matches(Place.CELL_PATTERN);
    }

    @Test
    void severalCellsOfARowHaveTheRowInCommon() {
        Place row = Place.around(List.of(
                Place.onPage(2, LEFT).inTable(1, 4, 2), Place.onPage(2, RIGHT).inTable(1, 4, 3)));

        assertThat(row).isEqualTo(new Place(null, 1, 4, null, 2, new Box(10, 18, 60, 28), null, null));
    }

    @Test
    void placesOnSeveralPagesAreThatOnTheFirst() {
        Place text = Place.around(List.of(
                Place.onPage(2, LEFT).inParagraph(7), Place.onPage(3, RIGHT).inParagraph(7)));

        assertThat(text).isEqualTo(Place.onPage(2, LEFT).inParagraph(7));
    }

    @Test
    void rowsOfSeveralTablesHaveNothingInCommon() {
        Place both = Place.around(List.of(Place.UNKNOWN.inTable(1, 4, 2), Place.UNKNOWN.inTable(2, 4, 2)));

        assertThat(both).isEqualTo(Place.UNKNOWN);
    }

    @Test
    void lengthsAreRounded() {
        assertThat(Place.onPage(1, new Box(1.26f, 2.34f, 3.96f, Float.POSITIVE_INFINITY))
                        .box())
                .satisfies(box -> assertThat(box.left()).isEqualTo(1.3f))
                .satisfies(box -> assertThat(box.top()).isEqualTo(2.3f))
                .satisfies(box -> assertThat(box.right()).isEqualTo(4))
                .satisfies(box -> assertThat(box.bottom()).isFinite());
    }
}
