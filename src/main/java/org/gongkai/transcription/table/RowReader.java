package org.gongkai.transcription.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gongkai.text.Text;
import org.gongkai.transcription.place.Place;

/** Reads the numbers of rows. */
public final class RowReader {

    private final ExtractionBuilder extractionBuilder;
    private final AmountUnit unit;

    /**
     * Creates a reader for the rows of one table.
     *
     * @param unit the unit of amounts that the table states
     */
    public RowReader(ExtractionBuilder extractionBuilder, AmountUnit unit) {
        this.extractionBuilder = extractionBuilder;
        this.unit = unit;
    }

    /**
     * Returns the content of each cell of a row, if it is clear without adding up. Merged cells elsewhere in the table
     * cause extra blank cells at either end. It is only clear which cells are extra if the first and the last number are printed;
     * otherwise the result is empty.
     */
    static Optional<List<PrintedValue>> cells(Entry entry, int numbers) {
        List<PrintedValue> values = entry.values();
        if (values.size() == numbers) {
            return Optional.of(values);
        }
        if (entry.fromTable() && entry.isBlank()) {
            return Optional.of(entry.blanks(numbers));
        }
        if (!entry.fromTable() || values.size() < numbers) {
            return Optional.empty();
        }
        int first = IntStream.range(0, values.size())
                .filter(index -> !values.get(index).isBlank())
                .findFirst()
                .orElse(0);
        List<PrintedValue> printed = values.subList(first, Math.min(first + numbers, values.size()));
        boolean isAll = printed.size() == numbers
                && !printed.get(numbers - 1).isBlank()
                && values.stream().skip(first + numbers).allMatch(PrintedValue::isBlank);
        return isAll ? Optional.of(printed) : Optional.empty();
    }

    /** Reads a row. */
    void read(PrintedRow row, List<PrintedValue> cells, String source, boolean hasTotal) {
        List<Numeral> numerals = IntStream.range(0, cells.size())
                .mapToObj(
                        index -> Numeral.of(cells.get(index).text(), row.slots().get(index), unit))
                .toList();
        for (int index = 0; index < cells.size(); index++) {
            PrintedRow.Slot slot = row.slots().get(index);
            Numeral numeral = numerals.get(index);
            boolean last = index == cells.size() - 1;
            if (hasTotal && last && numeral.isWithoutNumber()) {
                numeral = total(numerals.subList(0, index)).orElse(numeral);
            }
            add(slot, numeral, source, cells.get(index).place());
        }
    }

    /** Returns the numbers of a row; empty if one cell is not a number. */
    List<BigDecimal> numbers(PrintedRow row, List<PrintedValue> cells) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (int index = 0; index < cells.size(); index++) {
            BigDecimal number = Numeral.of(cells.get(index).text(), row.slots().get(index), unit)
                    .value();
            if (number == null) {
                return List.of();
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** Returns whether a cell may contain the numbers of other cells: it is not a number, and others are blank. */
    boolean isGlued(PrintedRow row, List<PrintedValue> cells) {
        return cells.stream().anyMatch(PrintedValue::isBlank)
                && numbers(row, cells).isEmpty();
    }

    private void add(PrintedRow.Slot slot, Numeral numeral, String source, Place place) {
        String pointer = slot.cell().pointer();
        if (numeral.value() != null) {
            extractionBuilder.number(slot.cell(), numeral.value());
            extractionBuilder.source(pointer, source, place);
        }
        if (numeral.kind() != null) {
            extractionBuilder.issue(pointer, numeral.kind(), numeral.detail(), place);
        }
    }

    /** Returns the sum of the parts for a blank total; empty if it is zero or a part is not a number. */
    private static Optional<Numeral> total(List<Numeral> parts) {
        if (parts.stream().anyMatch(part -> part.value() == null)) {
            return Optional.empty();
        }
        BigDecimal sum = parts.stream().map(Numeral::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.signum() == 0
                ? Optional.empty()
                : Optional.of(new Numeral(
                        sum,
                        IssueKind.GUESSED,
                        new Text("总计未填，按各项之和 %s 计", "The total is not printed; the sum %s was used")
                                .with(sum.toPlainString())));
    }
}
