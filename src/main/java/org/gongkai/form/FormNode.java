package org.gongkai.form;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.text.Pointers;
import org.gongkai.text.Text;

/**
 * One place of the form as its records declare it: a section, a group of rows, a row, a column, a single cell.
 *
 * @param name the component's name, which is also its key in JSON
 * @param code the names from the root, joined by dots
 * @param pointer RFC 6901 JSON Pointer to the place in a report's JSON
 * @param kind what is written there
 * @param label the statutory label
 * @param ordinal the ordinals on the way down as printed, such as {@code 三（三）1.}; empty where none is printed
 * @param place where it stands on paper, for people
 * @param unit what it counts; {@code null} for text and where the units inside differ
 * @param measure flow or stock; {@code null} for text and where the measures inside differ
 * @param total whether it is the printed total of its siblings
 * @param opensWith of a stock, the codes whose figures of last year add up to it when the year opens; otherwise empty
 * @param print what is printed around its numbers
 * @param type the Java type that declares it
 * @param children what it contains, in print order
 */
public record FormNode(
        String name,
        String code,
        String pointer,
        Kind kind,
        Text label,
        String ordinal,
        Text place,
        Unit unit,
        Measure measure,
        boolean total,
        List<String> opensWith,
        Print print,
        Class<?> type,
        List<FormNode> children) {

    /** What is written at a place of the form. */
    public enum Kind {
        /** Free text. */
        TEXT,
        /** An integer from 0 to {@link Form#MAX_COUNT}. */
        COUNT,
        /** A count that may also be negative. */
        CHANGE,
        /** A decimal from 0 to {@link Form#MAX_AMOUNT} with at most {@link Form#AMOUNT_DECIMALS} decimals. */
        AMOUNT,
        /** One figure in columns; its children are the columns. */
        ROW,
        /** Other places. */
        GROUP
    }

    /** The figures that add up to this one: itself, or for a group all that it contains without their totals. */
    Stream<FormNode> leaves() {
        return isFigure()
                ? Stream.of(this)
                : children.stream().filter(Predicate.not(FormNode::total)).flatMap(FormNode::leaves);
    }

    /** What it contains under that name. */
    public FormNode child(String name) {
        for (FormNode child : children) {
            if (child.name.equals(name)) {
                return child;
            }
        }
        throw new IllegalArgumentException("Nothing at " + pointer + Pointers.step(name));
    }

    /** The same place with everything in it in the order of the names. */
    FormNode byName() {
        List<FormNode> sorted = children.stream()
                .sorted(Comparator.comparing(FormNode::name))
                .map(FormNode::byName)
                .toList();
        return new FormNode(
                name, code, pointer, kind, label, ordinal, place, unit, measure, total, opensWith, print, type, sorted);
    }

    /** Whether a number, or a row of numbers, is written here. */
    public boolean isFigure() {
        return isNumber() || kind == Kind.ROW;
    }

    /** Whether one number is written here. */
    public boolean isNumber() {
        return kind == Kind.COUNT || kind == Kind.CHANGE || kind == Kind.AMOUNT;
    }
}
