package org.gongkai.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The numbers of one report, by cell. */
public final class Figures {

    private final Map<String, BigDecimal> byPointer;

    /** The numbers by the pointers to their cells. */
    public Figures(Map<String, BigDecimal> byPointer) {
        this.byPointer = byPointer;
    }

    /**
     * Reads the numbers of a report.
     *
     * @param form the form it is written on
     * @param content the report as JSON
     * @param unreadable pointers to what is not to be read, because the form wants something else there
     */
    public static Figures of(Form form, JsonNode content, Set<String> unreadable) {
        Figures figures = new Figures(new HashMap<>());
        figures.read(form.root(), content, unreadable);
        return figures;
    }

    /** Whether the cell holds a number that could be read. */
    public boolean has(Cell cell) {
        return byPointer.containsKey(cell.pointer());
    }

    /** The number in a cell that {@linkplain #has has} one. */
    public BigDecimal at(Cell cell) {
        return at(cell.pointer());
    }

    /** The number at a place that has one. */
    public BigDecimal at(String pointer) {
        BigDecimal value = byPointer.get(pointer);
        if (value == null) {
            throw new IllegalArgumentException("No number at " + pointer);
        }
        return value;
    }

    private void read(FormNode formNode, JsonNode value, Set<String> unreadable) {
        if (formNode.isNumber()) {
            if (value.isNumber() && !unreadable.contains(formNode.pointer())) {
                byPointer.put(formNode.pointer(), value.decimalValue());
            }
        } else {
            formNode.children().forEach(child -> read(child, value.path(child.name()), unreadable));
        }
    }
}
