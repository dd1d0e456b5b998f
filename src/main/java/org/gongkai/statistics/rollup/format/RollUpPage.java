package org.gongkai.statistics.rollup.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.publication.HtmlText;
import org.gongkai.publication.table.TableColumn;
import org.gongkai.statistics.rollup.FigureUnit;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** A roll-up as an HTML page to read and to print. It has no script and fetches nothing. */
final class RollUpPage {

    private static final String STYLE = style();

    /** The content of a cell without a value. */
    private static final String NO_VALUE = "—";

    private static final Text NOTES = new Text("说明", "Notes");
    private static final Text EMPTY = new Text("没有符合条件的报告。", "There is no report that matches the query.");
    private static final Text UNIT = new Text("单位", "Unit");

    private final RollUp rollUp;
    private final Representation representation;
    private final Language language;
    private final PrintWriter html;
    private final Map<String, DecimalFormat> patterns = new HashMap<>();

    /** The names of the columns of numbers. */
    private final Set<String> numbers;

    private RollUpPage(RollUp rollUp, Representation representation, PrintWriter html) {
        this.rollUp = rollUp;
        this.representation = representation;
        this.language = representation.language();
        this.html = html;
        this.numbers =
                RollUpColumns.numbers(rollUp).stream().map(TableColumn::name).collect(Collectors.toSet());
    }

    /** Writes a page, row by row. The stream is not closed. */
    static void write(RollUp rollUp, Representation representation, OutputStream out) throws IOException {
        PrintWriter html = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        new RollUpPage(rollUp, representation, html).write();
        if (html.checkError()) {
            throw new IOException("The page cannot be written");
        }
    }

    private void write() {
        RollUpNotes notes = new RollUpNotes(rollUp, language);
        html.append("<!DOCTYPE html>\n<html lang=\"").append(language.locale().toLanguageTag());
        html.append("\">\n<head>\n<meta charset=\"UTF-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.append("<meta name=\"generator\" content=\"Gongkai\">\n");
        element("title", notes.title());
        html.append("<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<main>\n");
        element("h1", notes.title());
        facts();
        if (rollUp.rows().isEmpty()) {
            element("p", EMPTY.in(language));
        } else {
            table(notes.title());
        }
        element("h2", NOTES.in(language));
        html.append("<ul>\n");
        notes.sentences().forEach(sentence -> element("li", sentence));
        html.append("</ul>\n</main>\n</body>\n</html>\n");
    }

    private void facts() {
        html.append("<dl>\n");
        NotesSheet.facts(rollUp, representation).entrySet().stream().skip(1).forEach(fact -> {
            element("dt", fact.getKey().in(language));
            element("dd", fact.getValue());
        });
        html.append("</dl>\n");
    }

    private void table(String title) {
        List<TableColumn<RollUpRow>> columns = RollUpColumns.of(rollUp, representation);
        html.append("<div class=\"rows\">\n<table aria-label=\"").append(HtmlText.escaped(title));
        html.append("\">\n<thead>\n<tr>");
        columns.forEach(this::heading);
        html.append("</tr>\n</thead>\n<tbody>\n");
        rollUp.rows().forEach(row -> row(row, columns));
        html.append("</tbody>\n</table>\n</div>\n");
    }

    private void heading(TableColumn<RollUpRow> column) {
        html.append(isNumber(column) ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">");
        html.append(HtmlText.escaped(column.title().in(language))).append("</th>");
        if (column.name().equals(RollUpColumns.VALUE)) {
            html.append("<th scope=\"col\">").append(UNIT.in(language)).append("</th>");
        }
    }

    private void row(RollUpRow row, List<TableColumn<RollUpRow>> columns) {
        html.append(row.reports() < row.expected() ? "<tr class=\"incomplete\">" : "<tr>");
        columns.forEach(column -> cell(column, row));
        html.append("</tr>\n");
    }

    private void cell(TableColumn<RollUpRow> column, RollUpRow row) {
        Object content = column.content().apply(row);
        if (content == null) {
            html.append("<td class=\"number none\">").append(NO_VALUE).append("</td>");
        } else if (content instanceof Number number) {
            html.append(isNumber(column) ? "<td class=\"number\">" : "<td>");
            html.append(format(column.pattern().apply(row)).format(number)).append("</td>");
        } else {
            html.append("<td>").append(HtmlText.escaped(content.toString())).append("</td>");
        }
        if (column.name().equals(RollUpColumns.VALUE)) {
            html.append("<td>").append(HtmlText.escaped(unit(row))).append("</td>");
        }
    }

    /** Returns the unit of a figure; none for a rate, which is printed as a percentage. */
    private String unit(RollUpRow row) {
        FigureUnit unit = FigureUnit.of(row.figure());
        return unit.pattern().endsWith("%") ? "" : unit.label().in(language);
    }

    private DecimalFormat format(String pattern) {
        return patterns.computeIfAbsent(
                pattern, known -> new DecimalFormat(known, DecimalFormatSymbols.getInstance(Locale.ROOT)));
    }

    private boolean isNumber(TableColumn<RollUpRow> column) {
        return numbers.contains(column.name());
    }

    private void element(String name, String text) {
        html.append('<').append(name).append('>').append(HtmlText.escaped(text));
        html.append("</").append(name).append(">\n");
    }

    private static String style() {
        try (InputStream css = RollUpPage.class.getResourceAsStream("roll-up.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
