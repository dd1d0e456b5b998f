package org.gongkai.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.text.Text;

/** A statutory form and the catalogue of its figures, both derived from the records that declare the form. */
public final class Form {

    /**
     * Largest count in a cell. Up to this value, a double represents every integer, so any JSON reader reads it
     * exactly.
     */
    public static final long MAX_COUNT = 1L << 53;

    /** Largest amount, in CNY 10,000. Up to this value, a double distinguishes amounts with six decimals. */
    public static final BigDecimal MAX_AMOUNT = new BigDecimal("999999999.999999");

    /** Maximum number of decimals of an amount. */
    public static final int AMOUNT_DECIMALS = 6;

    /** The format of names, as a regular expression: the year of the notice that prescribes the form. */
    public static final String NAME_PATTERN = "^[0-9]{4}$";

    /** The member of a report that names its form. It is not part of the content, nor of its hash. */
    public static final String NAME_MEMBER = "form";

    /** Maximum length of the text of a section, in Unicode code points. */
    public static final int MAX_TEXT = 100_000;

    private final String name;
    private final Text notice;
    private final Class<? extends Record> type;
    private final int firstYear;
    private final FormNode root;
    private final FormNode rootByName;
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final FormSeries series;

    public Form(String name, Text notice, Class<? extends Record> type, int firstYear) {
        this.name = name;
        this.notice = notice;
        this.type = type;
        this.firstYear = firstYear;
        this.root = FormWalker.walk(type);
        this.rootByName = root.byName();
        for (int section = 0; section < root.children().size(); section++) {
            collect(root.children().get(section), root, section + 1);
        }
        this.series = new FormSeries(this);
    }

    /** Returns the name of the form: the year of the notice that prescribes it. */
    public String name() {
        return name;
    }

    /** Returns the notice of the General Office of the State Council that prescribes the form. */
    public Text notice() {
        return notice;
    }

    /** Returns the record that declares the form. */
    public Class<? extends Record> type() {
        return type;
    }

    /** Returns the first report year of the form. */
    public int firstYear() {
        return firstYear;
    }

    /** Returns the form as a tree, in print order. */
    public FormNode root() {
        return root;
    }

    /** Returns the form as a tree, sorted by member names. */
    public FormNode rootByName() {
        return rootByName;
    }

    /** Returns all figures in print order, groups before their parts. */
    public Collection<Figure> figures() {
        return figures.values();
    }

    public Optional<Figure> figure(String code) {
        return Optional.ofNullable(figures.get(code));
    }

    /** Returns the section, group of rows, row or cell at a pointer; empty if the form has none there. */
    public Optional<FormNode> at(String pointer) {
        return root.children().stream()
                .flatMap(FormNode::all)
                .filter(formNode -> formNode.pointer().equals(pointer))
                .findFirst();
    }

    /** Returns the series of the form: everything that can be added up over reports. */
    public Set<Series> series() {
        return series.all();
    }

    /** Returns the contribution of a report to each series, without zeros. */
    public Map<Series, BigDecimal> sums(Figures figures) {
        return series.sums(figures);
    }

    /** Returns the sections with free text, in print order. */
    public List<FormNode> texts() {
        return root.children().stream()
                .filter(section -> section.kind() == FormNode.Kind.TEXT)
                .toList();
    }

    /** Returns the figures of one table that have cells, in print order. */
    public Stream<Figure> rowsOf(int table) {
        return figures.values().stream().filter(figure -> figure.table() == table && figure.role() != FigureRole.GROUP);
    }

    /** Returns the columns for types of applicant, in print order, without the total. */
    public List<Cell> applicantColumns() {
        return figures.values().stream()
                .filter(Figure::byApplicantType)
                .filter(figure -> figure.role() == FigureRole.LEAF)
                .findFirst()
                .map(figure ->
                        figure.cells().stream().filter(cell -> !cell.total()).toList())
                .orElse(List.of());
    }

    private void collect(FormNode formNode, FormNode parent, int section) {
        if (formNode.kind() == FormNode.Kind.TEXT) {
            return;
        }
        figures.put(formNode.code(), figure(formNode, parent, section));
        if (formNode.kind() == FormNode.Kind.GROUP) {
            formNode.children().forEach(child -> collect(child, formNode, section));
        }
    }

    private static Figure figure(FormNode formNode, FormNode parent, int section) {
        FigureRole role =
                formNode.total() ? FigureRole.TOTAL : formNode.isFigure() ? FigureRole.LEAF : FigureRole.GROUP;
        List<FormNode> leaves = (formNode.total() ? parent : formNode).leaves().toList();
        return new Figure(
                formNode.code(),
                formNode.label(),
                section,
                formNode.ordinal(),
                formNode.place(),
                role,
                formNode.unit(),
                formNode.measure(),
                formNode.kind() == FormNode.Kind.CHANGE,
                formNode.opensWith(),
                cells(formNode),
                leaves.stream().map(FormNode::code).toList(),
                applicantTypes(leaves));
    }

    private static List<Cell> cells(FormNode formNode) {
        if (formNode.kind() == FormNode.Kind.GROUP) {
            return List.of();
        }
        if (formNode.kind() != FormNode.Kind.ROW) {
            return List.of(new Cell(
                    formNode.code(),
                    null,
                    formNode.pointer(),
                    row(formNode),
                    formNode.label(),
                    formNode.place(),
                    formNode.total()));
        }
        List<Cell> cells = new ArrayList<>();
        for (FormNode column : formNode.children()) {
            boolean total = formNode.total() || column.total();
            cells.add(new Cell(
                    formNode.code(),
                    column.name(),
                    column.pointer(),
                    row(formNode),
                    column.label(),
                    column.place(),
                    total));
        }
        return List.copyOf(cells);
    }

    private static String row(FormNode formNode) {
        return formNode.ordinal().replaceAll("[、.]$", "");
    }

    private static List<String> applicantTypes(List<FormNode> leaves) {
        if (!leaves.stream().allMatch(leaf -> leaf.kind() == FormNode.Kind.ROW)) {
            return List.of();
        }
        return leaves.get(0).children().stream()
                .filter(column -> !column.total())
                .map(FormNode::name)
                .toList();
    }
}
