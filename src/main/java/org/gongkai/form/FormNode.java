package org.gongkai.form;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.text.Pointers;
import org.gongkai.text.Text;

/**
 * One place of the form as declared by its records: a section, a group of rows, a row, a column or a single cell.
 *
 * @param name the name of the record component, which is also the name of the JSON member
 * @param code the names from the root, joined by dots
 * @param pointer RFC 6901 JSON Pointer to the place in the JSON of a report
 * @param kind the kind of its content
 * @param label the statutory label
 * @param ordinal the printed ordinals from the outside in, such as {@code 三（三）1.}; empty if none is printed
 * @param place the place on paper, for people
 * @param unit the unit; {@code null} for text, and for a group with several units
 * @param measure flow or stock; {@code null} for text, and for a group with both
 * @param total true if it is the printed total of its siblings
 * @param opensWith for a stock, the codes of the figures of last year's report whose sum is its opening value;
 *     otherwise empty
 * @param print the text printed around its numbers
 * @param type the Java type that declares it
 * @param children the places in it, in print order
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

    /** The kind of content of a place of the form. */
    public enum Kind {
        /** Free text. */
        TEXT,
        /** An integer from 0 to {@link Form#MAX_COUNT}. */
        COUNT,
        /** A count that may also be negative. */
        CHANGE,
        /** A decimal from 0 to {@link Form#MAX_AMOUNT} with at most {@link Form#AMOUNT_DECIMALS} decimals. */
        AMOUNT,
        /** A figure with several columns, which are its children. */
        ROW,
        /** A group of other places. */
        GROUP
    }

    /** Returns the figures that add up to this one: itself, or all figures of a group except their totals. */
    Stream<FormNode> leaves() {
        return isFigure()
                ? Stream.of(this)
                : children.stream().filter(Predicate.not(FormNode::total)).flatMap(FormNode::leaves);
    }

    /** Returns the place with all places in it, in print order. */
    Stream<FormNode> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(FormNode::all));
    }

    /** Returns the place in it with a name. */
    public FormNode child(String name) {
        for (FormNode child : children) {
            if (child.name.equals(name)) {
                return child;
            }
        }
        throw new IllegalArgumentException("Nothing at " + pointer + Pointers.step(name));
    }

    /** Returns the same place with everything in it sorted by name. */
    FormNode byName() {
        List<FormNode> sorted = children.stream()
                .sorted(Comparator.comparing(FormNode::name))
                .map(FormNode::byName)
                .toList();
        return new FormNode(
                name, code, pointer, kind, label, ordinal, place, unit, measure, total, opensWith, print, type, sorted);
    }

    /** Returns whether the place holds a number or a row of numbers. */
    public boolean isFigure() {
        return isNumber() || kind == Kind.ROW;
    }

    /** Returns whether the place holds one number. */
    public boolean isNumber() {
        return kind == Kind.COUNT || kind == Kind.CHANGE || kind == Kind.AMOUNT;
    }
}
