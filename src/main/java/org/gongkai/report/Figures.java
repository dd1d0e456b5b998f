package org.gongkai.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The numbers of one report, by cell. */
public final class Figures {

    private final Map<String, BigDecimal> byPointer = new LinkedHashMap<>();

    private Figures() {}

    /**
     * Reads the numbers of a report.
     *
     * @param form the form it is written on
     * @param content the report as JSON
     * @param unreadable pointers to what is not to be read, because the form wants something else there
     */
    public static Figures of(Form form, JsonNode content, Set<String> unreadable) {
        Figures figures = new Figures();
        figures.read(form.root(), content, unreadable);
        return figures;
    }

    /** Whether all the cells hold numbers that could be read. */
    public boolean have(Collection<Cell> cells) {
        return cells.stream().map(Cell::pointer).allMatch(byPointer::containsKey);
    }

    /** The number in a cell that {@linkplain #have has} one. */
    public BigDecimal at(Cell cell) {
        BigDecimal value = byPointer.get(cell.pointer());
        if (value == null) {
            throw new IllegalArgumentException("No number at " + cell.pointer());
        }
        return value;
    }

    public BigDecimal sum(Collection<Cell> cells) {
        return cells.stream().map(this::at).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void read(Node node, JsonNode value, Set<String> unreadable) {
        if (node.kind() == Node.Kind.COUNT || node.kind() == Node.Kind.AMOUNT) {
            if (value.isNumber() && !unreadable.contains(node.pointer())) {
                byPointer.put(node.pointer(), value.decimalValue());
            }
        } else {
            node.children().forEach(child -> read(child, value.path(child.name()), unreadable));
        }
    }
}
