package org.gongkai.statistics.rollup;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A sort criterion of rows.
 *
 * @param key a key of the rows, or a number in them
 * @param descending whether rows are sorted from high to low
 */
@Schema(
        name = "RowOrder",
        type = SchemaType.STRING,
        enumeration = {
            "year",
            "-year",
            "district",
            "-district",
            "category",
            "-category",
            "agency",
            "-agency",
            "value",
            "-value",
            "reports",
            "-reports",
            "expected",
            "-expected"
        })
public record RowSort(SortKey key, boolean descending) {

    /** A key or number that rows can be ordered by. */
    public enum SortKey {
        YEAR("year", Optional.of(Dimension.YEAR), RollUpRow::year),
        DISTRICT("district", Optional.of(Dimension.DISTRICT), row -> row.district()
                .code()),
        CATEGORY("category", Optional.of(Dimension.CATEGORY), row -> row.category()
                .code()),
        AGENCY("agency", Optional.of(Dimension.AGENCY), row -> row.agency().code()),
        VALUE("value", Optional.empty(), RollUpRow::value),
        REPORTS("reports", Optional.empty(), RollUpRow::reports),
        EXPECTED("expected", Optional.empty(), RollUpRow::expected);

        private final String code;
        private final Optional<Dimension> dimension;
        private final Function<RollUpRow, ? extends Comparable<?>> of;

        SortKey(String code, Optional<Dimension> dimension, Function<RollUpRow, ? extends Comparable<?>> of) {
            this.code = code;
            this.dimension = dimension;
            this.of = of;
        }

        String code() {
            return code;
        }

        /** Returns the dimension that rows must be grouped by to have this key; empty when all rows have it. */
        Optional<Dimension> dimension() {
            return dimension;
        }

        @SuppressWarnings("unchecked")
        private Comparator<RollUpRow> ascending() {
            return Comparator.comparing(row -> (Comparable<Object>) of.apply(row), Comparator.naturalOrder());
        }
    }

    /** Parses a key. A minus before it means from high to low. */
    static Optional<RowSort> of(String code) {
        boolean descending = code.startsWith("-");
        String key = descending ? code.substring(1) : code;
        return Arrays.stream(SortKey.values())
                .filter(known -> known.code.equals(key))
                .findFirst()
                .map(known -> new RowSort(known, descending));
    }

    /** Returns the criterion as it is written in the parameter. */
    String code() {
        return (descending ? "-" : "") + key.code;
    }

    static List<String> codes() {
        return Arrays.stream(SortKey.values())
                .flatMap(key -> Stream.of(key.code, "-" + key.code))
                .toList();
    }

    /** Returns the comparator. Rows without a value come last in either direction. */
    Comparator<RollUpRow> comparator() {
        Comparator<RollUpRow> order = descending ? key.ascending().reversed() : key.ascending();
        return key == SortKey.VALUE
                ? Comparator.comparing((RollUpRow row) -> row.value() == null)
                        .thenComparing((one, other) -> one.value() == null ? 0 : order.compare(one, other))
                : order;
    }
}
