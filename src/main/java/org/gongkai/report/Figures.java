package org.gongkai.report;

import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers of one report, by cell. */
public final class Figures {

    private final Map<String, BigDecimal> byPointer = new LinkedHashMap<>();

    private Figures() {}

    /** Reads every number of a report that is written on the form. */
    public static Figures of(Form form, Record report) {
        Figures figures = new Figures();
        figures.read(form.root(), report);
        return figures;
    }

    public BigDecimal at(Cell cell) {
        BigDecimal value = byPointer.get(cell.pointer());
        if (value == null) {
            throw new IllegalArgumentException("No such cell in this form: " + cell.pointer());
        }
        return value;
    }

    public BigDecimal sum(Collection<Cell> cells) {
        return cells.stream().map(this::at).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void read(Node node, Object content) {
        switch (node.kind()) {
            case TEXT -> {}
            case COUNT -> byPointer.put(node.pointer(), BigDecimal.valueOf((long) content));
            case AMOUNT -> byPointer.put(node.pointer(), (BigDecimal) content);
            default -> node.children().forEach(child -> read(child, component(child, content)));
        }
    }

    private static Object component(Node node, Object content) {
        try {
            return node.accessor().invoke(content);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("Cannot read " + node.code(), e);
        }
    }
}
