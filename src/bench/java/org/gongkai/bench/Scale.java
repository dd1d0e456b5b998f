package org.gongkai.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The amounts of data. The same part has the same codes in each scale. */
enum Scale {
    /** A small scale that only tests the benchmark itself; its numbers mean nothing. */
    TINY(1, 1, 1, 20, 2029, 2031),
    /** One city: about 12,000 reports. */
    CITY(1, 1, 10, 80, 2019, 2033),
    /** One province: about 157,000 reports. */
    PROVINCE(1, 14, 10, 80, 2020, 2033),
    /** Ten provinces: about 1.6 million reports. */
    COUNTRY(10, 14, 10, 80, 2020, 2033);

    final int provinces;
    final int cities;
    final int districts;
    final int agencies;
    final int firstYear;
    final int lastYear;

    /**
     * Defines a scale.
     *
     * @param cities per province
     * @param districts per city
     * @param agencies per district
     */
    Scale(int provinces, int cities, int districts, int agencies, int firstYear, int lastYear) {
        this.provinces = provinces;
        this.cities = cities;
        this.districts = districts;
        this.agencies = agencies;
        this.firstYear = firstYear;
        this.lastYear = lastYear;
    }

    static Scale of(String name) {
        return Arrays.stream(values())
                .filter(scale -> scale.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown size: " + name + "; known sizes are "
                        + Arrays.stream(values()).map(Scale::label).toList()));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Integer> years() {
        return IntStream.rangeClosed(firstYear, lastYear).boxed().toList();
    }

    int reports() {
        return provinces * cities * districts * agencies * years().size();
    }
}
