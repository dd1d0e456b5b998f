package org.gongkai.transcription.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.form.Form;
import org.gongkai.publication.layout.Grid;
import org.gongkai.publication.layout.GridCell;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.publication.layout.Part;
import org.gongkai.report.Contents;
import org.gongkai.transcription.page.Section;

/** A report that is about to be printed, and its right figures. */
final class Draft {

    static final String AGENCY = "某某县财政局";

    private final Form form;
    private final int year;
    private final List<Object> opening = new ArrayList<>();
    private final Map<Section, String> headings = new EnumMap<>(Section.class);
    private final Map<Section, List<Object>> blocks = new EnumMap<>(Section.class);
    private final Map<String, BigDecimal> right = new TreeMap<>();

    /**
     * The pointers of figures for which another number may be read if it is reported: the document prints several, or a total that
     * may be inferred.
     */
    private final Set<String> repeated = new HashSet<>();

    private String agency = AGENCY;

    /** The report that follows in the same document; {@code null} if there is none. */
    private Draft following;

    /** True if the document names one agency and one year. */
    private boolean named = true;

    private boolean merged;

    private boolean onPaper = true;

    private Draft(Contents contents, OfficialDocument document) {
        this.form = contents.form();
        this.year = contents.year();
        opening.add(document.title());
        List<Part> parts = document.sections();
        for (Section section : Section.values()) {
            Part part = parts.get(section.ordinal());
            headings.put(section, part.heading());
            blocks.put(section, new ArrayList<>(part.lines()));
            part.table().ifPresent(grid -> blocks.get(section).add(table(section, grid)));
        }
    }

    /** A reference to another document, where the layout has references. */
    record Reference(String text) {

        @Override
        public String toString() {
            return text;
        }
    }

    static Draft of(Contents contents, OfficialDocument document) {
        return new Draft(contents, document);
    }

    private DraftTable table(Section section, Grid grid) {
        List<Cell> figures = form.rowsOf(section.number())
                .flatMap(figure -> figure.cells().stream())
                .toList();
        Map<GridCell, DraftCell> cells = new java.util.HashMap<>();
        int next = 0;
        List<List<DraftCell>> rows = new ArrayList<>();
        for (int row = 0; row < grid.rows(); row++) {
            List<DraftCell> line = new ArrayList<>();
            for (int column = 0; column < grid.columns(); column++) {
                GridCell cell = grid.at(row, column);
                if (!cells.containsKey(cell)) {
                    boolean figure = cell.content() instanceof GridCell.Quantity;
                    cells.put(cell, figure ? figure(figures.get(next++), cell) : words(cell));
                }
                line.add(cells.get(cell));
            }
            rows.add(line);
        }
        return new DraftTable(rows);
    }

    private DraftCell figure(Cell cell, GridCell printed) {
        right.put(cell.pointer(), ((GridCell.Quantity) printed.content()).value());
        return DraftCell.number(cell.pointer(), printed.content().text());
    }

    private static DraftCell words(GridCell cell) {
        String text = cell.content().text();
        return cell.content() instanceof GridCell.RowLabel ? DraftCell.label(text) : DraftCell.head(text);
    }

    Form form() {
        return form;
    }

    int year() {
        return year;
    }

    /** Returns the lines ({@link String}) and references ({@link Reference}) before the first heading. */
    List<Object> opening() {
        return opening;
    }

    /** Returns the agency as it is read: with the brackets that are usual in Chinese. */
    String agency() {
        return agency;
    }

    void setAgency(String name) {
        agency = name;
    }

    /** Appends another report to the document. */
    void append(Draft other) {
        following = other;
        setContested();
    }

    String heading(Section section) {
        return headings.get(section);
    }

    void rename(Section section, String heading) {
        headings.put(section, heading);
    }

    /** Returns the paragraphs ({@link String}) and tables ({@link DraftTable}) of a section. */
    List<Object> blocks(Section section) {
        return blocks.get(section);
    }

    /** Returns what is printed, by sections. The first section begins with the opening. */
    List<List<Object>> chapters() {
        List<List<Object>> chapters = new ArrayList<>();
        for (Section section : Section.values()) {
            List<Object> chapter = new ArrayList<>(chapters.isEmpty() ? opening : List.of());
            chapter.add(heading(section));
            chapter.addAll(blocks(section));
            chapters.add(chapter);
        }
        chapters.addAll(following == null ? List.of() : following.chapters());
        return chapters;
    }

    /** Returns all that is printed. */
    Stream<Object> printed() {
        return chapters().stream().flatMap(List::stream);
    }

    /** Returns the whole text in a markup language. */
    String markup(UnaryOperator<String> paragraph, Function<DraftTable, String> table) {
        return printed()
                .map(block -> block instanceof DraftTable rows ? table.apply(rows) : paragraph.apply(block.toString()))
                .collect(Collectors.joining());
    }

    Stream<DraftTable> tables() {
        return blocks.values().stream()
                .flatMap(List::stream)
                .filter(DraftTable.class::isInstance)
                .map(DraftTable.class::cast);
    }

    /** Returns the first table of a section. */
    DraftTable table(Section section) {
        return blocks.get(section).stream()
                .filter(DraftTable.class::isInstance)
                .map(DraftTable.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Replaces the first table of a section. */
    void replace(DraftTable table, Object... others) {
        for (List<Object> list : blocks.values()) {
            int index = list.indexOf(table);
            if (index >= 0) {
                list.remove(index);
                list.addAll(index, List.of(others));
            }
        }
    }

    /** Returns the cells with figures. */
    List<DraftCell> figures() {
        return tables().flatMap(table -> table.rows().stream().flatMap(List::stream))
                .filter(DraftCell::isFigure)
                .distinct()
                .toList();
    }

    DraftCell anyFigure(Random random) {
        List<DraftCell> figures = figures();
        return figures.get(random.nextInt(figures.size()));
    }

    /** Returns the right number of a figure; empty if a reader of the document cannot tell it. */
    Optional<BigDecimal> right(String pointer) {
        return Optional.ofNullable(right.get(pointer));
    }

    void setRight(String pointer, BigDecimal number) {
        right.put(pointer, number);
    }

    void setZero(DraftCell figure) {
        figure.write("0");
        right.put(figure.pointer(), BigDecimal.ZERO);
        if (figure.pointer().endsWith("/total")) {
            repeated.add(figure.pointer());
        }
    }

    void setUnknown(String pointer) {
        right.remove(pointer);
    }

    void setRepeated(String pointer) {
        repeated.add(pointer);
    }

    boolean isRepeated(String pointer) {
        return repeated.contains(pointer);
    }

    /** Tells that the document names several years or agencies, so that a person has to decide. */
    void setContested() {
        named = false;
    }

    boolean isContested() {
        return !named;
    }

    Stream<String> pointers() {
        return form.figures().stream()
                .flatMap(figure -> figure.cells().stream())
                .map(Cell::pointer);
    }

    /** Tells that a reader of the paper sees the number, and a small or other thing beside it. */
    void setNotOnPaper() {
        onPaper = false;
    }

    boolean isOnPaper() {
        return onPaper;
    }

    /** Tells that a cell is merged in a way that a text does not show. */
    void setMerged() {
        merged = true;
    }

    /** Returns what a layout must show so that a reader sees what is in it. */
    Layout.Shows shown() {
        if (merged || tables().anyMatch(DraftTable::hasHidden)) {
            return Layout.Shows.CELLS;
        }
        boolean plain = tables().flatMap(table -> table.rows().stream().flatMap(List::stream))
                .allMatch(DraftCell::isPlain);
        return plain ? Layout.Shows.TEXT : Layout.Shows.LOOKS;
    }

    static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
