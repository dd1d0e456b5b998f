package org.gongkai.transcription.draft;

import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A change of a printed report that makes it harder to read.
 *
 * @param name its name
 * @param change the change, which also changes what is right
 */
record Difficulty(String name, BiConsumer<Draft, Random> change) {

    static List<Difficulty> all() {
        return Stream.of(
                        CellDifficulties.all(),
                        ColumnDifficulties.all(),
                        RowDifficulties.all(),
                        MergedDifficulties.all(),
                        TitleDifficulties.all(),
                        FeeDifficulties.all(),
                        DocumentDifficulties.all())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
