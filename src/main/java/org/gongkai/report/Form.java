package org.gongkai.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A statutory form and the catalogue of its figures, both derived from the records that declare it.
 */
public final class Form {

    /** Largest count a cell may hold: the largest range in which every integer survives any JSON reader. */
    public static final long MAX_COUNT = 1L << 53;

    /** Largest amount, in CNY 10,000: with six decimals just what a double can still tell apart. */
    public static final BigDecimal MAX_AMOUNT = new BigDecimal("999999999.999999");

    /** Decimals an amount may have. */
    public static final int AMOUNT_DECIMALS = 6;

    /** Longest text of a section, in Unicode code points. */
    public static final int MAX_TEXT = 100_000;

    private final String name;
    private final Text notice;
    private final Class<? extends Record> type;
    private final int firstYear;
    private final Node root;
    private final Node rootByName;
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final SeriesOfForm series;

    Form(String name, Text notice, Class<? extends Record> type, int firstYear) {
        this.name = name;
        this.notice = notice;
        this.type = type;
        this.firstYear = firstYear;
        this.root = FormWalker.walk(type);
        this.rootByName = root.byName();
        for (int section = 0; section < root.children().size(); section++) {
            collect(root.children().get(section), root, section + 1);
        }
        this.series = new SeriesOfForm(this);
    }

    /** The year of the notice that fixed the form. */
    public String name() {
        return name;
    }

    /** The notice of the General Office of the State Council that fixed the form. */
    public Text notice() {
        return notice;
    }

    /** The record that declares the form. */
    public Class<? extends Record> type() {
        return type;
    }

    /** The first report year it is used for. */
    public int firstYear() {
        return firstYear;
    }

    /** The whole form as a tree. */
    public Node root() {
        return root;
    }

    /** The same tree in the order of the names. */
    Node rootByName() {
        return rootByName;
    }

    /** All figures in print order, groups before their parts. */
    public Collection<Figure> figures() {
        return figures.values();
    }

    public Optional<Figure> figure(String code) {
        return Optional.ofNullable(figures.get(code));
    }

    /** Whatever can be added up over reports on this form. */
    public Set<Series> series() {
        return series.all();
    }

    /** What a report on this form adds to each series; nothing where that is zero. */
    public Map<Series, BigDecimal> sums(Figures figures) {
        return series.sums(figures);
    }

    /** The sections that hold free text, in print order. */
    public List<Node> texts() {
        return root.children().stream()
                .filter(section -> section.kind() == Node.Kind.TEXT)
                .toList();
    }

    /** The figures of one table that the form prints numbers for, in print order. */
    public Stream<Figure> rowsOf(int table) {
        return figures.values().stream().filter(figure -> figure.table() == table && figure.role() != FigureRole.GROUP);
    }

    /** The types of applicant, in print order, without the total. */
    public List<Cell> applicantColumns() {
        return figures.values().stream()
                .filter(Figure::byApplicantType)
                .filter(figure -> figure.role() == FigureRole.LEAF)
                .findFirst()
                .map(figure ->
                        figure.cells().stream().filter(cell -> !cell.total()).toList())
                .orElse(List.of());
    }

    private void collect(Node node, Node parent, int section) {
        if (node.kind() == Node.Kind.TEXT) {
            return;
        }
        figures.put(node.code(), figure(node, parent, section));
        if (node.kind() == Node.Kind.GROUP) {
            node.children().forEach(child -> collect(child, node, section));
        }
    }

    private static Figure figure(Node node, Node parent, int section) {
        FigureRole role = node.total() ? FigureRole.TOTAL : node.isFigure() ? FigureRole.LEAF : FigureRole.GROUP;
        List<Node> leaves = (node.total() ? parent : node).leaves().toList();
        return new Figure(
                node.code(),
                node.label(),
                section,
                node.ordinal(),
                node.place(),
                role,
                node.unit(),
                node.measure(),
                node.kind() == Node.Kind.CHANGE,
                node.opensWith(),
                cells(node),
                leaves.stream().map(Node::code).toList(),
                applicantTypes(leaves));
    }

    private static List<Cell> cells(Node node) {
        if (node.kind() == Node.Kind.GROUP) {
            return List.of();
        }
        if (node.kind() != Node.Kind.ROW) {
            return List.of(
                    new Cell(node.code(), null, node.pointer(), row(node), node.label(), node.place(), node.total()));
        }
        List<Cell> cells = new ArrayList<>();
        for (Node column : node.children()) {
            boolean total = node.total() || column.total();
            cells.add(new Cell(
                    node.code(), column.name(), column.pointer(), row(node), column.label(), column.place(), total));
        }
        return List.copyOf(cells);
    }

    private static String row(Node node) {
        return node.ordinal().replaceAll("[、.]$", "");
    }

    private static List<String> applicantTypes(List<Node> leaves) {
        if (!leaves.stream().allMatch(leaf -> leaf.kind() == Node.Kind.ROW)) {
            return List.of();
        }
        return leaves.get(0).children().stream()
                .filter(column -> !column.total())
                .map(Node::name)
                .toList();
    }
}
