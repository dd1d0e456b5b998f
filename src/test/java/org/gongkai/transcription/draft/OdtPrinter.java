package org.gongkai.transcription.draft;

import java.io.IOException;
import java.util.stream.Collectors;
import org.gongkai.transcription.draft.DraftCell.Run;
import org.gongkai.transcription.draft.DraftTable.Spanned;

/** Prints a draft as an ODT file. */
final class OdtPrinter {

    private static final String START =
            "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:style='s' xmlns:draw='d'>"
                    + "<office:automatic-styles>"
                    + style("raised", "style:text-position='super 58%'")
                    + style("lowered", "style:text-position='sub 58%'")
                    + style("struck", "style:text-line-through-style='solid'")
                    + style("hidden", "text:display='none'")
                    + "</office:automatic-styles><office:body><office:text>";

    private OdtPrinter() {}

    private static String style(String name, String property) {
        return "<style:style style:name='" + name + "' style:family='text'><style:text-properties " + property
                + "/></style:style>";
    }

    static byte[] print(Draft draft) throws IOException {
        return DocxPrinter.zip(
                "content.xml",
                START + draft.markup(OdtPrinter::paragraph, OdtPrinter::table)
                        + "</office:text></office:body></office:document-content>");
    }

    private static String paragraph(String text) {
        return "<text:p>" + DocxPrinter.escaped(text) + "</text:p>";
    }

    private static String table(DraftTable table) {
        StringBuilder xml = new StringBuilder("<table:table>");
        Draft.upTo(table.columns())
                .forEach(column -> xml.append(
                        column == table.hiddenColumn()
                                ? "<table:table-column table:visibility='collapse'/>"
                                : "<table:table-column/>"));
        for (int row = 0; row < table.rows().size(); row++) {
            xml.append(table.isHidden(row) ? "<table:table-row table:visibility='collapse'>" : "<table:table-row>");
            row(xml, table, row);
            xml.append("</table:table-row>");
        }
        return xml.append("</table:table>").toString();
    }

    private static void row(StringBuilder xml, DraftTable table, int row) {
        int column = 0;
        for (Spanned cell : table.begunIn(row)) {
            xml.append("<table:covered-table-cell/>".repeat(cell.column() - column))
                    .append(cell(cell))
                    .append("<table:covered-table-cell/>".repeat(cell.columns() - 1));
            column = cell.column() + cell.columns();
        }
        xml.append("<table:covered-table-cell/>".repeat(table.rows().get(row).size() - column));
    }

    private static String cell(Spanned cell) {
        return "<table:table-cell table:number-rows-spanned='" + cell.rows() + "' table:number-columns-spanned='"
                + cell.columns() + "'><text:p>"
                + cell.cell().runs().stream().map(OdtPrinter::run).collect(Collectors.joining())
                + "</text:p></table:table-cell>";
    }

    private static String run(Run run) {
        String text = DocxPrinter.escaped(run.text());
        return switch (run.look()) {
            case PLAIN -> text;
            case BREAK -> "<text:line-break/>";
            case RAISED -> span("raised", text);
            case LOWERED -> span("lowered", text);
            case HIDDEN -> span("hidden", text);
            case STRUCK -> span("struck", text);
            case DELETED -> "<office:annotation><text:p>" + text + "</text:p></office:annotation>";
            case PICTURE -> "<draw:frame><draw:image/></draw:frame>";
            case FIELD -> "<draw:control/>";
        };
    }

    private static String span(String style, String text) {
        return "<text:span text:style-name='" + style + "'>" + text + "</text:span>";
    }
}
