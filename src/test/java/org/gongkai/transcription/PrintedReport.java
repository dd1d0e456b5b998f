package org.gongkai.transcription;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.form.Figure;
import org.gongkai.form.FigureRole;
import org.gongkai.form.Form;
import org.gongkai.form.FormNode;
import org.gongkai.transcription.page.Section;
import org.gongkai.transcription.table.PrintedRow;
import org.gongkai.transcription.table.PrintedTable;

/** Prints reports as agencies do: as a page with tables, or as text in which the tables are lost. */
final class PrintedReport {

    private final Form form;
    private final JsonNode report;
    private final String title;

    PrintedReport(Form form, JsonNode report, String title) {
        this.form = form;
        this.report = report;
        this.title = title;
    }

    /** Returns a page in which groups of rows have cells that span several rows. */
    String html() {
        return "<html><head><title>" + title + "</title></head><body><div>menu</div><div><h1>" + title + "</h1>"
                + sections(text -> "<p>" + text + "</p>", this::htmlTable)
                + "</div><div>footer</div></body></html>";
    }

    /** Returns running text. */
    String text(String gap) {
        return title + "\n"
                + sections(text -> text + "\n", table -> lines(table).stream()
                        .map(line -> String.join("", line.labels()) + gap + String.join(gap, line.values()) + gap)
                        .collect(Collectors.joining()));
    }

    /** A printed row: the labels of the groups that begin with it, its own label, and its numbers. */
    record PrintedLine(List<String> labels, List<String> values) {}

    List<PrintedLine> lines(int table) {
        return table == 4 ? disputes() : table == 3 ? requests() : disclosure();
    }

    private String sections(Function<String, String> paragraph, Function<Integer, String> table) {
        StringBuilder document = new StringBuilder();
        for (Section section : Section.values()) {
            FormNode node = section.node();
            document.append(paragraph.apply(node.ordinal() + node.label().zh()));
            if (node.kind() == FormNode.Kind.TEXT) {
                report.get(node.name()).asText().lines().map(paragraph).forEach(document::append);
            } else {
                document.append(table.apply(section.number()));
            }
        }
        return document.toString();
    }

    private String htmlTable(int table) {
        StringBuilder rows = new StringBuilder("<table>");
        for (PrintedLine line : lines(table)) {
            rows.append("<tr>");
            line.labels()
                    .forEach(label ->
                            rows.append("<td rowspan=3><p>").append(label).append("</p></td>"));
            line.values().forEach(value -> rows.append("<td><p>").append(value).append("&nbsp;</p></td>"));
            rows.append("</tr>\n");
        }
        return rows.append("</table>").toString();
    }

    private List<PrintedLine> disclosure() {
        List<PrintedLine> lines = new ArrayList<>();
        for (PrintedRow row : PrintedTable.of(form, 2).rows()) {
            List<String> headings = new ArrayList<>(List.of("信息内容"));
            row.slots().forEach(slot -> headings.add(slot.column() + (slot.amount() ? "（单位：万元）" : "")));
            lines.add(new PrintedLine(headings, List.of()));
            lines.add(new PrintedLine(List.of(row.label()), values(row)));
        }
        return lines;
    }

    private List<PrintedLine> requests() {
        List<PrintedLine> lines = new ArrayList<>();
        lines.add(new PrintedLine(List.of("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "申请人情况", "总计"), List.of()));
        List<PrintedRow> rows = PrintedTable.of(form, 3).rows();
        List<String> labels = new ArrayList<>();
        for (Figure figure : form.figures()) {
            if (figure.table() == 3 && figure.code().contains(".")) {
                labels.add(ordinal(figure) + figure.label().zh());
                if (figure.role() != FigureRole.GROUP) {
                    PrintedRow row = rows.stream()
                            .filter(candidate -> candidate.code().equals(figure.code()))
                            .findFirst()
                            .orElseThrow();
                    lines.add(new PrintedLine(List.copyOf(labels), values(row)));
                    labels.clear();
                }
            }
        }
        return lines;
    }

    private List<PrintedLine> disputes() {
        List<String> labels = new ArrayList<>(List.of("行政复议", "行政诉讼"));
        List<String> values = new ArrayList<>();
        for (PrintedRow row : PrintedTable.of(form, 4).rows()) {
            labels.add(row.label());
            row.slots().forEach(slot -> labels.add(slot.column()));
            values.addAll(values(row));
        }
        return List.of(new PrintedLine(labels, List.of()), new PrintedLine(List.of(), values));
    }

    private static String ordinal(Figure figure) {
        return figure.position().replaceAll("^.*?(（[一二三四五六七]）|[一二三四]、|[0-9]\\.)$", "$1");
    }

    private List<String> values(PrintedRow row) {
        return row.slots().stream()
                .map(slot -> report.at(slot.cell().pointer()).decimalValue().toPlainString())
                .toList();
    }
}
