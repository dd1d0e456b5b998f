package org.gongkai.form;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gongkai.text.Text;

/** Reads the annotated records of a form into a tree of nodes. */
final class FormWalker {

    private FormWalker() {}

    static FormNode walk(Class<? extends Record> form) {
        RecordComponent[] components = form.getRecordComponents();
        List<FormNode> sections = IntStream.range(0, components.length)
                .mapToObj(index -> section(components[index], index + 1))
                .toList();
        return new FormNode(
                "",
                "",
                "",
                FormNode.Kind.GROUP,
                Text.of(""),
                "",
                Text.of(""),
                null,
                null,
                false,
                List.of(),
                Print.NOTHING,
                form,
                sections);
    }

    /**
     * Returns a section. A section with a table is cited as the table (表三), and its rows have a numbering of their own.
     */
    private static FormNode section(RecordComponent component, int number) {
        Item item = component.getAnnotation(Item.class);
        Text place = kindOf(component) == FormNode.Kind.TEXT
                ? new Text(item.ordinal() + item.zh(), item.ordinal() + item.en())
                : new Text("表" + withoutPunctuation(item.ordinal()), "Table " + number);
        Context context = new Context(component.getName(), place, "", unitOf(component, null), false);
        return node(component, item.ordinal(), place, context, List.of());
    }

    /** Returns a place context another one. The outer label is cited by its ordinal, or in full if it has none. */
    private static FormNode child(RecordComponent component, Context outer) {
        Item item = component.getAnnotation(Item.class);
        String code = outer.code + "." + component.getName();
        String ordinal = outer.ordinal + item.ordinal();
        Text place = join(outer.place, new Text(ordinal + label(item).zh(), ordinal + item.en()));
        boolean citedByOrdinal =
                kindOf(component) == FormNode.Kind.GROUP && !item.ordinal().isEmpty();
        Context context = new Context(
                code,
                citedByOrdinal ? outer.place : place,
                citedByOrdinal ? withoutPunctuation(ordinal) : "",
                unitOf(component, outer.unit),
                outer.stock || component.isAnnotationPresent(Stock.class));
        return node(component, ordinal, place, context, opensWith(component, outer, code));
    }

    private static List<String> opensWith(RecordComponent component, Context outer, String code) {
        Stock stock = component.getAnnotation(Stock.class);
        if (stock == null) {
            return List.of();
        }
        return stock.opensWith().length == 0
                ? List.of(code)
                : Arrays.stream(stock.opensWith())
                        .map(sibling -> outer.code + "." + sibling)
                        .toList();
    }

    private static FormNode node(
            RecordComponent component, String ordinal, Text place, Context context, List<String> opensWith) {
        Item item = component.getAnnotation(Item.class);
        FormNode.Kind kind = kindOf(component);
        List<FormNode> children = component.getType().isRecord() ? children(component, context) : List.of();
        return new FormNode(
                component.getName(),
                context.code,
                pointer(context.code),
                kind,
                label(item),
                ordinal,
                place,
                switch (kind) {
                    case TEXT -> null;
                    case GROUP -> common(children, FormNode::unit);
                    default -> context.unit;
                },
                switch (kind) {
                    case TEXT -> null;
                    case GROUP -> common(children, FormNode::measure);
                    default -> context.stock ? Measure.STOCK : Measure.FLOW;
                },
                component.isAnnotationPresent(Total.class),
                opensWith,
                Print.of(component),
                component.getType(),
                children);
    }

    /** Returns the label. If one component is both row and column, its label consists of the labels of both. */
    private static Text label(Item item) {
        return new Text(item.of().isEmpty() ? item.zh() : item.of() + " · " + item.zh(), item.en());
    }

    /** Returns the pointer to a code. The names in it consist of letters, so nothing needs escaping. */
    private static String pointer(String code) {
        return "/" + code.replace('.', '/');
    }

    private static List<FormNode> children(RecordComponent component, Context context) {
        return Arrays.stream(component.getType().getRecordComponents())
                .map(child -> child(child, context))
                .toList();
    }

    private static FormNode.Kind kindOf(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return FormNode.Kind.TEXT;
        }
        if (type == long.class) {
            return component.isAnnotationPresent(Signed.class) ? FormNode.Kind.CHANGE : FormNode.Kind.COUNT;
        }
        if (type == BigDecimal.class) {
            return FormNode.Kind.AMOUNT;
        }
        if (!type.isRecord()) {
            throw new IllegalArgumentException("A form holds String, long, BigDecimal and records, not " + component);
        }
        return type.isAnnotationPresent(Columns.class) ? FormNode.Kind.ROW : FormNode.Kind.GROUP;
    }

    private static Unit unitOf(RecordComponent component, Unit outer) {
        Counts counts = component.getAnnotation(Counts.class);
        return counts == null ? outer : counts.value();
    }

    private static <T> T common(List<FormNode> formNodes, Function<FormNode, T> attribute) {
        List<T> different =
                formNodes.stream().map(attribute).distinct().limit(2).toList();
        return different.size() == 1 ? different.get(0) : null;
    }

    private static Text join(Text outer, Text own) {
        return new Text("%s · %s", "%s · %s").with(outer, own);
    }

    private static String withoutPunctuation(String ordinal) {
        return ordinal.replace("、", "");
    }

    /** The properties that a node passes on to its children. */
    private record Context(String code, Text place, String ordinal, Unit unit, boolean stock) {}
}
