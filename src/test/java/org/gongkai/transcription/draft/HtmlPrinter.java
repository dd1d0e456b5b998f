package org.gongkai.transcription.draft;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.gongkai.transcription.draft.DraftCell.Run;
import org.gongkai.transcription.draft.DraftTable.Spanned;

/** Prints a draft as a page. */
final class HtmlPrinter {

    private static final List<String> RAISED = List.of(
            "<sup>%s</sup>",
            "<span style='vertical-align: super'>%s</span>",
            "<sup><a href='#note'>[%s]</a></sup>",
            "<span style='vertical-align:text-top;font-size:60%%'>%s</span>",
            "<span style='position:relative;top:-4px;font-size:8px'>%s</span>",
            "<span style='font-size:8.0pt;mso-text-raise:4.0pt'>%s</span>",
            "<math><msup><mi></mi><mn>%s</mn></msup></math>");
    private static final List<String> LOWERED = List.of(
            "<sub>%s</sub>",
            "<span style='vertical-align: sub'>%s</span>",
            "<span style='vertical-align:-25%%;font-size:60%%'>%s</span>");
    private static final List<String> HIDDEN = List.of(
            "<span style=\"display: none\">%s</span>",
            "<span hidden>%s</span>",
            "<b style='visibility:hidden'>%s</b>",
            "<span style='font-size:0px'>%s</span>",
            "<span style='mso-hide:all'>%s</span>",
            "<span style='opacity: 0'>%s</span>",
            "<!--%s-->",
            "<template>%s</template>",
            "<noscript>%s</noscript>",
            "<script>var number = %s</script>",
            "<input type=hidden value=%s>",
            "<font color=white>%s</font>",
            "<font color='#FFFFFF'>%s</font>",
            "<span style='color:#fff'>%s</span>",
            "<span style='color: white; background: white'>%s</span>",
            "<span style='color:transparent'>%s</span>",
            "<span style='color:rgba(0,0,0,0)'>%s</span>",
            "<span style='position:absolute;left:-9999px'>%s</span>",
            "<span style='display:inline-block;text-indent:-9999px;overflow:hidden'>%s</span>",
            "<span style='display:inline-block;width:0;overflow:hidden'>%s</span>",
            "<div style='height:0;overflow:hidden'>%s</div>",
            "<span style='clip:rect(0,0,0,0);position:absolute'>%s</span>",
            "<span style='display:inline-block;transform:scale(0)'>%s</span>",
            "<details><summary></summary>%s</details>",
            "<datalist><option>%s</option></datalist>",
            "<dialog>%s</dialog>");
    private static final List<String> STRUCK = List.of(
            "<span style=\"text-decoration: line-through\">%s</span>",
            "<span style='text-decoration-line:line-through'>%s</span>",
            "<span style='text-decoration:underline line-through'>%s</span>",
            "<s>%s</s>",
            "<strike><b>%s</b></strike>");
    private static final List<String> PICTURES = List.of(
            "<img src='a.png' alt='%s'>",
            "<svg><text>%s</text></svg>",
            "<object data='a.png'>%s</object>",
            "<canvas>%s</canvas>",
            "<embed src='a.png' title='%s'>",
            "<span style='display:inline-block;width:9px;height:9px;background-image:url(%s.png)'></span>",
            "<video src='a.mp4'>%s</video>",
            "<meter value='1'>%s</meter>");
    private static final List<String> FIELDS = List.of(
            "<input value='%s'>",
            "<textarea>%s</textarea>", "<select><option>%s</option></select>", "<button>%s</button>");

    private HtmlPrinter() {}

    /**
     * Prints a draft.
     *
     * @param tables false if its rows are no rows of a table, but elements of their own
     */
    static byte[] print(Draft draft, boolean tables) {
        String page = "<!DOCTYPE html><html><head><meta charset=utf-8></head><body>"
                + draft.printed().map(block -> block(block, tables)).collect(Collectors.joining()) + "</body></html>";
        return page.getBytes(StandardCharsets.UTF_8);
    }

    private static String block(Object block, boolean tables) {
        if (block instanceof DraftTable table) {
            return tables ? table(table) : rows(table);
        }
        return block instanceof Draft.Reference
                ? "<ul><li><a href=\"other.html\">" + block + "</a></li></ul>"
                : "<p>" + block + "</p>";
    }

    private static String rows(DraftTable table) {
        StringBuilder html = new StringBuilder("<div class=table>");
        for (int row = 0; row < table.rows().size(); row++) {
            html.append("<div class=row>");
            table.begunIn(row).forEach(cell -> html.append("<span class=cell>")
                    .append(runs(cell.cell()))
                    .append("</span>\n"));
            html.append("</div>");
        }
        return html.append("</div>").toString();
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
        return "<td rowspan=" + cell.rows() + " colspan=" + cell.columns() + ">" + runs(cell.cell()) + "</td>";
    }

    private static String runs(DraftCell cell) {
        return cell.runs().stream().map(HtmlPrinter::run).collect(Collectors.joining());
    }

    private static String run(Run run) {
        return switch (run.look()) {
            case PLAIN -> run.text().replace("<", "&lt;");
            case BREAK -> "<br>";
            case INSERTED -> "<ins>" + run.text() + "</ins>";
            case RAISED -> run.in(RAISED, run.text());
            case LOWERED -> run.in(LOWERED, run.text());
            case HIDDEN -> run.in(HIDDEN, run.text());
            case STRUCK -> run.in(STRUCK, run.text());
            case DELETED -> "<del>" + run.text() + "</del>";
            case PICTURE -> run.in(PICTURES, run.text());
            case FIELD -> run.in(FIELDS, run.text());
        };
    }
}
