package org.gongkai.statistics.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.gongkai.statistics.data.DataVersions.Change;
import org.junit.jupiter.api.Test;

/** The version of a scope counts the changes of its years and districts. */
class DataVersionsTest {

    private static final List<String> PLACE = List.of("350000", "350100", "350128");
    private static final List<String> EVERYWHERE = Collections.singletonList(null);

    @Test
    void countsTheChangesInAScope() {
        DataVersions versions = DataVersions.of(
                5, "1:1:", List.of(change(2023, PLACE, 1, 10), change(2024, PLACE, 2, 20), change(null, PLACE, 4, 30)));

        assertThat(number(versions, Set.of(2023), Set.of("350128"))).isEqualTo(5);
        assertThat(number(versions, Set.of(2024), Set.of("350000"))).isEqualTo(6);
        assertThat(number(versions, Set.of(2022), Set.of("350100"))).isEqualTo(4);
        assertThat(number(versions, Set.of(2023, 2024), Set.of())).isEqualTo(7);
        assertThat(number(versions, Set.of(2023), Set.of("430000"))).isZero();
        assertThat(versions.version(new DataScope(Set.of(2023), Set.of("350128")))
                        .at())
                .isEqualTo(Instant.ofEpochSecond(30));
        assertThat(versions.version(DataScope.EVERYTHING).number()).isEqualTo(7);
    }

    @Test
    void countsChangesAboutAllPlacesInEachScope() {
        DataVersions versions =
                DataVersions.of(2, "1:1:", List.of(change(2023, EVERYWHERE, 1, 1), change(null, EVERYWHERE, 2, 2)));

        assertThat(number(versions, Set.of(2023), Set.of("350128", "430000"))).isEqualTo(3);
        assertThat(number(versions, Set.of(2022), Set.of("350128"))).isEqualTo(2);
        assertThat(number(versions, Set.of(), Set.of("350128"))).isEqualTo(3);
    }

    /** Many small additions give the same versions as all changes at once. */
    @Test
    void addsChangesInAnyPortions() {
        Random random = new Random(1);
        List<Change> all = new ArrayList<>();
        DataVersions grown = DataVersions.of(0, "1:1:", List.of());
        for (int i = 0; i < 3_000; i++) {
            int county = random.nextInt(1_500);
            Change change = random.nextInt(100) == 0
                    ? change(null, EVERYWHERE, 1, random.nextInt(1_000))
                    : change(2020 + random.nextInt(5), List.of("p", "c" + county % 20, "d" + county), 1, i);
            all.add(change);
            grown = grown.plus(i + 1, "1:1:", List.of(change));
        }

        DataVersions once = DataVersions.of(3_000, "1:1:", all);
        for (int year = 2020; year < 2025; year++) {
            for (String district : List.of("p", "c3", "d7", "d1203", "unknown")) {
                DataScope scope = new DataScope(Set.of(year), Set.of(district));
                assertThat(grown.version(scope)).isEqualTo(once.version(scope));
            }
        }
        assertThat(grown.version(DataScope.EVERYTHING)).isEqualTo(once.version(DataScope.EVERYTHING));
    }

    private static long number(DataVersions versions, Set<Integer> years, Set<String> districts) {
        return versions.version(new DataScope(years, districts)).number();
    }

    private static Change change(Integer year, List<String> districts, long changes, long second) {
        return new Change(year, districts, changes, Instant.ofEpochSecond(second));
    }
}
