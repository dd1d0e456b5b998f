package org.gongkai.transcription.draft;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.transcription.draft.DraftCell.Run;
import org.gongkai.transcription.draft.DraftTable.Spanned;

/** Prints a draft as an ODT file. */
final class OdtPrinter {

    private static final String START =
            "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:style='s' xmlns:draw='d' xmlns:fo='f'>"
                    + "<office:automatic-styles>"
                    + style("raised", "style:text-position='super 58%'")
                    + style("lowered", "style:text-position='sub 58%'")
                    + style("high", "style:text-position='33% 60%'")
                    + style("low", "style:text-position='-20% 60%'")
                    + style("crossed", "style:text-line-through-type='double'")
                    + style("white", "fo:color='#ffffff'")
                    + style("tiny", "fo:font-size='1pt'")
                    + style("struck", "style:text-line-through-style='solid'")
                    + style("hidden", "text:display='none'")
                    + "</office:automatic-styles><office:body><office:text>";

    private static final List<String> RAISED = List.of(
            span("raised"),
            span("high"),
            "<text:note><text:note-citation>%s</text:note-citation><text:note-body/></text:note>",
            "<text:ruby><text:ruby-base/><text:ruby-text>%s</text:ruby-text></text:ruby>");
    private static final List<String> HIDDEN = List.of(
            span("hidden"),
            span("white"),
            span("tiny"),
            "<text:hidden-text text:is-hidden='true'>%s</text:hidden-text>");

    private OdtPrinter() {}

    private static String style(String name, String property) {
        return "<style:style style:name='" + name + "' style:family='text'><style:text-properties " + property
                + "/></style:style>";
    }

    static byte[] print(Draft draft) throws IOException {
        return DocxPrinter.zip(Map.of(
                "content.xml",
                START + draft.markup(OdtPrinter::paragraph, OdtPrinter::table)
                        + "</office:text></office:body></office:document-content>"));
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
            case INSERTED -> "<text:change-start/>" + text + "<text:change-end/>";
            case RAISED -> run.in(RAISED, text);
            case LOWERED -> run.in(List.of(span("lowered"), span("low")), text);
            case HIDDEN -> run.in(HIDDEN, text);
            case STRUCK -> run.in(List.of(span("struck"), span("crossed")), text);
            case DELETED -> "<office:annotation><text:p>" + text + "</text:p></office:annotation>";
            case PICTURE -> "<draw:frame><draw:image/></draw:frame>";
            case FIELD -> "<draw:control/>";
        };
    }

    private static String span(String style) {
        return "<text:span text:style-name='" + style + "'>%s</text:span>";
    }
}
