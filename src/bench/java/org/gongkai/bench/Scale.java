package org.gongkai.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The amounts of data. The same part has the same codes in each scale. */
enum Scale {
    /** A small scale that only tests the benchmark itself; its numbers mean nothing. */
    TINY(1, 1, 1, 20, 2023),
    /** One city: about 11,000 reports. */
    CITY(1, 1, 20, 80, Scale.FIRST_YEAR),
    /** One province: about 157,000 reports. */
    PROVINCE(1, 14, 20, 80, Scale.FIRST_YEAR),
    /** Ten provinces: about 1.6 million reports. */
    COUNTRY(10, 14, 20, 80, Scale.FIRST_YEAR);

    /** The first year with a form. */
    static final int FIRST_YEAR = 2019;

    /** A year that is over on every day of a run: the service refuses reports on a year that is not. */
    static final int LAST_YEAR = 2025;

    final int provinces;
    final int cities;
    final int districts;
    final int agencies;
    final int firstYear;

    /**
     * Defines a scale.
     *
     * @param cities per province
     * @param districts per city
     * @param agencies per district
     */
    Scale(int provinces, int cities, int districts, int agencies, int firstYear) {
        this.provinces = provinces;
        this.cities = cities;
        this.districts = districts;
        this.agencies = agencies;
        this.firstYear = firstYear;
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
        return IntStream.rangeClosed(firstYear, LAST_YEAR).boxed().toList();
    }

    int reports() {
        return provinces * cities * districts * agencies * years().size();
    }

    String describe() {
        return "size %s: %,d reports".formatted(label(), reports());
    }
}
