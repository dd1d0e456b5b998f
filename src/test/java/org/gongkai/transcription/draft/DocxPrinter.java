package org.gongkai.transcription.draft;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkai.transcription.draft.DraftCell.Run;
import org.gongkai.transcription.draft.DraftTable.Spanned;

/** Prints a draft as a DOCX file. */
final class DocxPrinter {

    private DocxPrinter() {}

    static byte[] print(Draft draft) throws IOException {
        String body = "<w:document xmlns:w=\"w\" xmlns:a=\"a\"><w:body>"
                + draft.markup(DocxPrinter::paragraph, DocxPrinter::table) + "</w:body></w:document>";
        return zip("word/document.xml", body);
    }

    static byte[] zip(String part, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String paragraph(String text) {
        return "<w:p>" + run("", text) + "</w:p>";
    }

    private static String run(String properties, String text) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + escaped(text) + "</w:t></w:r>";
    }

    private static String table(DraftTable table) {
        StringBuilder xml = new StringBuilder("<w:tbl>");
        for (int row = 0; row < table.rows().size(); row++) {
            xml.append("<w:tr>").append(table.isHidden(row) ? "<w:trPr><w:hidden/></w:trPr>" : "");
            row(xml, table, row);
            xml.append("</w:tr>");
        }
        return xml.append("</w:tbl>").toString();
    }

    /** Appends the cells of a row: a merged cell is marked in each of its rows. */
    private static void row(StringBuilder xml, DraftTable table, int row) {
        for (int column = 0; column < table.rows().get(row).size(); ) {
            Spanned cell = covering(table, row, column);
            boolean begins = cell.row() == row;
            if (column != table.hiddenColumn()) {
                boolean hides =
                        cell.column() < table.hiddenColumn() && table.hiddenColumn() < cell.column() + cell.columns();
                String merge = cell.rows() == 1 ? "" : begins ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>";
                xml.append("<w:tc><w:tcPr><w:gridSpan w:val=\"")
                        .append(cell.columns() - (hides ? 1 : 0))
                        .append("\"/>")
                        .append(merge)
                        .append("</w:tcPr><w:p>")
                        .append(
                                begins
                                        ? cell.cell().runs().stream()
                                                .map(DocxPrinter::run)
                                                .collect(Collectors.joining())
                                        : "")
                        .append("</w:p></w:tc>");
            }
            column = cell.column() + cell.columns();
        }
    }

    private static Spanned covering(DraftTable table, int row, int column) {
        for (int above = row; ; above--) {
            for (Spanned cell : table.begunIn(above)) {
                if (cell.column() == column && above + cell.rows() > row) {
                    return cell;
                }
            }
        }
    }

    private static String run(Run run) {
        return switch (run.look()) {
            case PLAIN -> run("", run.text());
            case BREAK -> "<w:r><w:br/></w:r>";
            case RAISED -> run("<w:vertAlign w:val=\"superscript\"/>", run.text());
            case LOWERED -> run("<w:vertAlign w:val=\"subscript\"/>", run.text());
            case HIDDEN -> run("<w:vanish/>", run.text());
            case STRUCK -> run("<w:strike/>", run.text());
            case DELETED -> "<w:moveFrom>" + run("", run.text()) + "</w:moveFrom>";
            case PICTURE -> "<w:r><w:drawing><a:blip/></w:drawing></w:r>";
            case FIELD -> "<w:r><w:fldChar><w:ffData/></w:fldChar></w:r>";
        };
    }
}
