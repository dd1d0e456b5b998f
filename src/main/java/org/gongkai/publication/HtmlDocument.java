package org.gongkai.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gongkai.publication.layout.Grid;
import org.gongkai.publication.layout.GridCell;
import org.gongkai.publication.layout.GridCell.ColumnHeading;
import org.gongkai.publication.layout.GridCell.Quantity;
import org.gongkai.publication.layout.GridCell.RowLabel;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.publication.layout.Part;

/**
 * Writes a document as a self-contained HTML page: it has no script and fetches nothing. Every line of a text is a
 * paragraph that keeps its blanks, so that the text can be restored from the page.
 */
final class HtmlDocument {

    private static final String STYLE = style();

    private static final String COLUMN = "<col style=\"width:%.2f%%\">";

    private final PrintWriter html;

    private HtmlDocument(PrintWriter html) {
        this.html = html;
    }

    /** Writes a document. The stream is not closed. */
    static void write(OfficialDocument document, OutputStream out) throws IOException {
        PrintWriter html = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        new HtmlDocument(html).write(document);
        if (html.checkError()) {
            throw new IOException("The page cannot be written");
        }
    }

    private void write(OfficialDocument document) {
        html.append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"UTF-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<meta name=\"generator\" content=\"Gongkai\">\n");
        element("title", document.title());
        html.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<main>\n");
        html.append("<h1>")
                .append(document.titleLines().stream().map(HtmlText::escaped).collect(Collectors.joining("<wbr>")))
                .append("</h1>\n");
        if (!document.note().isEmpty()) {
            html.append("<p class=\"note\">")
                    .append(HtmlText.escaped(document.note()))
                    .append("</p>\n");
        }
        document.parts().forEach(this::part);
        html.append("</main>\n</body>\n</html>\n");
    }

    private void part(Part part) {
        html.append("<section id=\"").append(part.id()).append("\">\n");
        element("h2", part.heading());
        part.lines().forEach(line -> element("p", line));
        part.table().ifPresent(table -> table(part, table));
        html.append("</section>\n");
    }

    private void table(Part part, Grid table) {
        html.append(table.isDense() ? "<table class=\"dense\">\n" : "<table>\n");
        element("caption", part.heading());
        html.append("<colgroup>");
        int totalWidth = table.widths().stream().mapToInt(Integer::intValue).sum();
        table.widths().forEach(width -> html.append(String.format(Locale.ROOT, COLUMN, 100.0 * width / totalWidth)));
        html.append("</colgroup>\n");
        rows("thead", part, table, 0, table.headRows());
        rows("tbody", part, table, table.headRows(), table.rows());
        html.append("</table>\n");
    }

    private void rows(String group, Part part, Grid table, int first, int end) {
        if (first == end) {
            return;
        }
        html.append('<').append(group).append(">\n");
        for (int row = first; row < end; row++) {
            html.append("<tr>");
            table.cellsStartingIn(row).forEach(cell -> cell(part, table, cell));
            html.append("</tr>\n");
        }
        html.append("</").append(group).append(">\n");
    }

    private void cell(Part part, Grid table, GridCell cell) {
        String name = cell.isHeading() ? "th" : "td";
        html.append('<').append(name);
        attribute("rowspan", cell.rows());
        attribute("colspan", cell.columns());
        if (cell.isHeading()) {
            html.append(" id=\"").append(id(part, cell)).append('"');
            html.append(" scope=\"").append(scope(cell)).append('"');
        } else {
            headers(part, table.headingsOf(cell));
        }
        if (cell.content() instanceof Quantity) {
            html.append(" class=\"number\"");
        }
        html.append('>').append(HtmlText.escaped(cell.content().text()));
        html.append("</").append(name).append('>');
    }

    private void attribute(String name, int span) {
        if (span > 1) {
            html.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(String.valueOf(span))
                    .append('"');
        }
    }

    private void headers(Part part, List<GridCell> headings) {
        html.append(headings.stream()
                .map(heading -> id(part, heading))
                .collect(Collectors.joining(" ", " headers=\"", "\"")));
    }

    private static String id(Part part, GridCell heading) {
        return part.id() + "-" + heading.row() + "-" + heading.column();
    }

    private static String scope(GridCell cell) {
        if (cell.content() instanceof RowLabel) {
            return cell.rows() > 1 ? "rowgroup" : "row";
        }
        return cell.content() instanceof ColumnHeading && cell.columns() > 1 ? "colgroup" : "col";
    }

    private void element(String name, String text) {
        html.append('<').append(name).append('>').append(HtmlText.escaped(text));
        html.append("</").append(name).append(">\n");
    }

    private static String style() {
        try (InputStream css = HtmlDocument.class.getResourceAsStream("document.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
