package org.gongkai.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The numbers of one report, by cell. */
public final class Figures {

    private final Map<String, BigDecimal> byPointer;

    /** Creates the numbers from a map from pointers to cells to numbers. */
    public Figures(Map<String, BigDecimal> byPointer) {
        this.byPointer = byPointer;
    }

    /**
     * Reads the numbers of a report.
     *
     * @param form the form of the report
     * @param content the report as JSON
     * @param unreadable pointers to places that are skipped, because their content does not match the form
     */
    public static Figures of(Form form, JsonNode content, Set<String> unreadable) {
        Figures figures = new Figures(new HashMap<>());
        figures.read(form.root(), content, unreadable);
        return figures;
    }

    /** Returns whether the number of the cell is known. */
    public boolean has(Cell cell) {
        return byPointer.containsKey(cell.pointer());
    }

    /** Returns the number in a cell. The cell must {@linkplain #has have} one. */
    public BigDecimal at(Cell cell) {
        return at(cell.pointer());
    }

    /** Returns the number at a pointer. There must be one. */
    public BigDecimal at(String pointer) {
        BigDecimal value = byPointer.get(pointer);
        if (value == null) {
            throw new IllegalArgumentException("No number at " + pointer);
        }
        return value;
    }

    /** Returns whether no number is different from 0. */
    public boolean areAllZero() {
        return byPointer.values().stream().allMatch(number -> number.signum() == 0);
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
