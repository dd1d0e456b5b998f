package org.gongkai.transcription.draft;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.gongkai.transcription.draft.DraftCell.Run;
import org.gongkai.transcription.draft.DraftTable.Spanned;

/** Prints a draft as a page. */
final class HtmlPrinter {

    private HtmlPrinter() {}

    static byte[] print(Draft draft) {
        String page = "<!DOCTYPE html><html><head><meta charset=utf-8></head><body>"
                + draft.markup(line -> "<p>" + line + "</p>", HtmlPrinter::table) + "</body></html>";
        return page.getBytes(StandardCharsets.UTF_8);
    }

    private static String table(DraftTable table) {
        StringBuilder html = new StringBuilder("<table border=1>");
        if (table.hiddenColumn() >= 0) {
            html.append("<col span=").append(table.hiddenColumn()).append("><col style='display: none' width=0>");
        }
        for (int row = 0; row < table.rows().size(); row++) {
            html.append(table.isHidden(row) ? "<tr style=\"display:none\">" : "<tr>");
            table.begunIn(row).forEach(cell -> html.append(cell(cell)));
            html.append("</tr>");
        }
        return html.append("</table>").toString();
    }

    private static String cell(Spanned cell) {
        return "<td rowspan=" + cell.rows() + " colspan=" + cell.columns() + ">"
                + cell.cell().runs().stream().map(HtmlPrinter::run).collect(Collectors.joining())
                + "</td>";
    }

    private static String run(Run run) {
        return switch (run.look()) {
            case PLAIN -> run.text().replace("<", "&lt;");
            case BREAK -> "<br>";
            case RAISED -> "<sup>" + run.text() + "</sup>";
            case LOWERED -> "<sub>" + run.text() + "</sub>";
            case HIDDEN -> "<span style=\"display: none\">" + run.text() + "</span>";
            case STRUCK -> "<span style=\"text-decoration: line-through\">" + run.text() + "</span>";
            case DELETED -> "<del>" + run.text() + "</del>";
            case PICTURE -> "<img src=\"a.png\">";
            case FIELD -> "<input value=\"" + run.text() + "\">";
        };
    }
}
