package org.gongkai.transcription.carrier.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.transcription.page.Block;
import org.gongkai.transcription.page.Grid;
import org.gongkai.transcription.page.GridBuilder;
import org.gongkai.transcription.page.Paragraph;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.page.PrintedCell;
import org.gongkai.transcription.page.TextNormalizer;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.place.Place;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.QueryParser;

/** Reads a web page. Runs no script and fetches no reference. */
public final class HtmlPage implements NodeFilter {

    private static final Set<String> SKIPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "object",
            "select",
            "button",
            "textarea",
            "title",
            "svg");

    /** Selects references and menus; not the targets of references, which old pages leave open around their text. */
    private static final Evaluator REFERENCE = QueryParser.parse("a[href], a:not([name]):not([id]), nav");

    private static final Evaluator HEADING = QueryParser.parse("h1");

    /** Matches a span. A larger one reaches the end of any table. */
    private static final Pattern SPAN = Pattern.compile("\\d{1,6}");

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();

    /** True if the paragraph has text outside references and menus. */
    private boolean hasOwnText;

    /** The position of the walk: the index of each open element in its parent, from the outside in. */
    private final List<Integer> path = new ArrayList<>();

    /** The number of child elements visited in each open element. */
    private final Deque<Integer> childCounts = new ArrayDeque<>(List.of(0));

    private final StyleSheets styleSheets;

    private HtmlPage(StyleSheets styleSheets) {
        this.styleSheets = styleSheets;
    }

    public static ParsedDocument read(String page) throws UnreadableDocument {
        Markup.check(page);
        Document document = Jsoup.parse(page);
        if (GongkaiPage.isGongkaiPage(document)) {
            return GongkaiPage.read(document);
        }
        HtmlPage reader = new HtmlPage(StyleSheets.of(document));
        document.body().filter(reader);
        reader.flush();
        return ParsedDocument.of(titles(document), reader.blocks);
    }

    private static List<String> titles(Document document) {
        Stream<String> metadata = document.select("meta[name=ArticleTitle], meta[property=og:title]").stream()
                .map(meta -> meta.attr("content"));
        return Stream.concat(metadata, Stream.of(document.title())).toList();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (blocks.size() > ParsedDocument.MAX_LINES) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode text) {
            paragraph.append(text.getWholeText());
            hasOwnText |= !text.isBlank() && !isReference(text);
            return FilterResult.CONTINUE;
        }
        if (!(node instanceof Element element)) {
            return FilterResult.CONTINUE;
        }
        ElementLook look = ElementLook.of(element);
        if (look.isPicture() || styleSheets.matches(element)) {
            object();
        }
        if (SKIPPED.contains(element.normalName()) || look.isRemoved()) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (look.isRaised()) {
            paragraph.append(TextNormalizer.raised(element.text()));
            return FilterResult.SKIP_ENTIRELY;
        }
        if (look.isLowered()) {
            paragraph.append(TextNormalizer.shifted(paragraph, element.text()));
            return FilterResult.SKIP_ENTIRELY;
        }
        if (element.isBlock() || element.nameIs("br")) {
            flush();
        }
        enter();
        if (isTable(element)) {
            blocks.add(grid(element, path, styleSheets));
            return FilterResult.SKIP_CHILDREN;
        }
        return FilterResult.CONTINUE;
    }

    /** Marks something that is no text, or text that may be hidden, on the line: a number that belongs to it is not read. */
    private void object() {
        if (!paragraph.toString().isBlank()) {
            paragraph.append(PrintedCell.OBJECT);
        }
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (element.isBlock()) {
                flush();
            }
            path.remove(path.size() - 1);
            childCounts.removeLast();
        }
        return FilterResult.CONTINUE;
    }

    private void enter() {
        int before = childCounts.removeLast();
        childCounts.addLast(before + 1);
        path.add(before);
        childCounts.addLast(0);
    }

    /** Returns whether an element is a table of data. A table that contains other tables only lays out the page. */
    private static boolean isTable(Element element) {
        return element.nameIs("table") && element.selectFirst("table table") == null;
    }

    /**
     * Returns a table. Programs do not agree whether a merged cell counts the hidden rows that it covers: where that
     * moves numbers into other columns, they are no numbers.
     */
    static Grid grid(Element table, List<Integer> path, StyleSheets styleSheets) {
        List<Element> rows = table.select("tr");
        List<Element> visible = rows.stream().filter(HtmlPage::isVisible).toList();
        Grid shown = grid(table, visible, path, styleSheets);
        return visible.size() == rows.size() ? shown : shown.agreeingWith(grid(table, rows, path, styleSheets));
    }

    private static Grid grid(Element table, List<Element> rows, List<Integer> path, StyleSheets styleSheets) {
        GridBuilder grid = new GridBuilder();
        grid.hideColumns(HiddenColumns.of(table));
        for (Element row : rows) {
            grid.row();
            if (!isVisible(row)) {
                grid.hideRow();
            }
            row.children().stream()
                    .filter(cell -> cell.nameIs("td") || cell.nameIs("th"))
                    .filter(cell -> !ElementLook.of(cell).isRemoved())
                    .forEach(cell -> cell(grid, cell, styleSheets));
        }
        return grid.build(path);
    }

    /** Returns whether neither the row nor a group of rows around it is hidden. */
    private static boolean isVisible(Element row) {
        return !ElementLook.of(row).isRemoved()
                && (row.parent() == null || !ElementLook.of(row.parent()).isRemoved());
    }

    private static void cell(GridBuilder grid, Element cell, StyleSheets styleSheets) {
        VisibleText text = VisibleText.of(cell);
        boolean isUncertain = text.pictured() || styleSheets.mayChange(cell);
        grid.cell(text.lines(), isUncertain, span(cell, "rowspan"), span(cell, "colspan"));
    }

    /** Returns the number of rows or columns that a cell covers. */
    static int span(Element cell, String attribute) {
        String span = cell.attr(attribute).strip();
        return SPAN.matcher(span).matches() ? Math.max(1, Integer.parseInt(span)) : 1;
    }

    private void flush() {
        String text = collapsed(paragraph.toString());
        paragraph.setLength(0);
        if (!text.isEmpty()) {
            blocks.add(new Paragraph(text, path, !hasOwnText, Place.UNKNOWN));
        }
        hasOwnText = false;
    }

    /** Returns whether a text belongs to a reference or a menu. A heading is none, even if it refers to itself. */
    private static boolean isReference(TextNode text) {
        Element around = text.parent();
        return around.closest(REFERENCE) != null && around.closest(HEADING) == null;
    }

    /** Collapses line breaks and blanks to one blank, as a browser does. */
    private static String collapsed(String text) {
        return TextNormalizer.trimmed(text.replaceAll("[ \\t\\n\\r\\f]+", " "));
    }
}
