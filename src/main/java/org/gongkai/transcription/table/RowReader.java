package org.gongkai.transcription.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gongkai.text.Text;

/** Reads the numbers of rows. */
public final class RowReader {

    private final ExtractionBuilder extractionBuilder;
    private final boolean unitKnown;

    /**
     * A reader of the rows of one table.
     *
     * @param unitKnown whether the table says what amounts are printed in
     */
    public RowReader(ExtractionBuilder extractionBuilder, boolean unitKnown) {
        this.extractionBuilder = extractionBuilder;
        this.unitKnown = unitKnown;
    }

    /**
     * What is printed in each cell of a row, where that can be told without adding up. Cells at either end that the row has no use for
     * come of merged cells elsewhere; when it is not plain which those are, it cannot be told.
     */
    static Optional<List<String>> cells(Entry entry, int numbers) {
        List<String> values = entry.values();
        if (values.size() == numbers) {
            return Optional.of(values);
        }
        if (entry.cells() && entry.isBlank()) {
            return Optional.of(Collections.nCopies(numbers, ""));
        }
        if (!entry.cells() || values.size() < numbers) {
            return Optional.empty();
        }
        List<Integer> offsets = IntStream.rangeClosed(0, values.size() - numbers)
                .filter(offset -> IntStream.range(0, values.size())
                        .allMatch(index -> values.get(index).isBlank() || offset <= index && index < offset + numbers))
                .boxed()
                .toList();
        return offsets.size() == 1
                ? Optional.of(values.subList(offsets.get(0), offsets.get(0) + numbers))
                : Optional.empty();
    }

    /** Takes a row over. */
    void read(PrintedRow row, List<String> cells, String shown, boolean totalled) {
        List<Numeral> numerals = IntStream.range(0, cells.size())
                .mapToObj(index -> Numeral.of(cells.get(index), row.spots().get(index), unitKnown))
                .toList();
        for (int index = 0; index < cells.size(); index++) {
            PrintedRow.Spot spot = row.spots().get(index);
            Numeral numeral = numerals.get(index);
            boolean last = index == cells.size() - 1;
            if (totalled && last && numeral.kind() == IssueKind.BLANK) {
                numeral = total(numerals.subList(0, index)).orElse(numeral);
            }
            take(spot, numeral, shown);
        }
    }

    /** The numbers of a row, as far as they are numbers; empty where one is not. */
    List<BigDecimal> numbers(PrintedRow row, List<String> cells) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (int index = 0; index < cells.size(); index++) {
            BigDecimal number = Numeral.of(cells.get(index), row.spots().get(index), unitKnown)
                    .value();
            if (number == null) {
                return List.of();
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** Whether a cell is no number and others are blank, as when it holds the numbers of those. */
    boolean isRunTogether(PrintedRow row, List<String> cells) {
        return cells.stream().anyMatch(String::isBlank) && numbers(row, cells).isEmpty();
    }

    private void take(PrintedRow.Spot spot, Numeral numeral, String shown) {
        String pointer = spot.cell().pointer();
        if (numeral.value() != null) {
            extractionBuilder.number(spot.cell(), numeral.value());
            extractionBuilder.source(pointer, shown);
        }
        if (numeral.kind() != null) {
            extractionBuilder.issue(pointer, numeral.kind(), numeral.detail());
        }
    }

    /** A total that is not printed is no zero when there is something to add up. */
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
                        new Text("总计未填，按各项之和 %s 计", "The total is not printed, the sum %s taken")
                                .with(sum.toPlainString())));
    }
}
