package org.gongkai.transcription.draft;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.gongkai.transcription.draft.DraftCell.Run;
import org.gongkai.transcription.draft.DraftTable.Spanned;

/** Prints a draft as a DOCX file. */
final class DocxPrinter {

    private static final String HIDDEN_STYLE = "hidden";
    private static final List<String> INSERTED = List.of("<w:ins>%s</w:ins>", "<w:moveTo>%s</w:moveTo>");
    private static final List<String> RAISED = List.of(
            looking("<w:vertAlign w:val=\"superscript\"/>"),
            looking("<w:position w:val=\"8\"/><w:sz w:val=\"12\"/>"),
            looking("<w:rStyle w:val=\"raised\"/>"),
            "<w:r><w:rPr><w:rStyle w:val=\"raised\"/></w:rPr><w:footnoteReference w:id=\"%s\"/></w:r>",
            "<m:oMath><m:sSup><m:e/><m:sup><m:r><m:t>%s</m:t></m:r></m:sup></m:sSup></m:oMath>");
    private static final List<String> LOWERED =
            List.of("<w:vertAlign w:val=\"subscript\"/>", "<w:position w:val=\"-6\"/><w:sz w:val=\"12\"/>");
    private static final List<String> HIDDEN = List.of(
            looking("<w:vanish/>"),
            looking("<w:vanish w:val=\"true\"/>"),
            looking("<w:rStyle w:val=\"" + HIDDEN_STYLE + "\"/>"),
            looking("<w:color w:val=\"FFFFFF\"/>"),
            looking("<w:sz w:val=\"2\"/>"),
            "<mc:AlternateContent><mc:Choice/><mc:Fallback>" + looking("") + "</mc:Fallback></mc:AlternateContent>",
            "<w:r><w:instrText>%s</w:instrText></w:r>",
            "<w:r><w:rPr><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange><w:vanish/></w:rPr><w:t>%s</w:t></w:r>");
    private static final List<String> STRUCK =
            List.of("<w:strike/>", "<w:dstrike/>", "<w:strike w:val=\"true\"/>", "<w:rStyle w:val=\"struck\"/>");
    private static final List<String> DELETED = List.of(
            "<w:moveFrom>" + looking("") + "</w:moveFrom>",
            "<w:del><w:r><w:delText>%s</w:delText></w:r></w:del>",
            "<w:del>" + looking("") + "</w:del>");
    private static final List<String> PICTURES = List.of(
            "<w:r><w:drawing><a:blip/></w:drawing></w:r>",
            "<w:r><w:pict><v:shape><v:imagedata r:id=\"%s\"/></v:shape></w:pict></w:r>",
            "<w:r><w:object/></w:r>",
            "<w:r><w:drawing><c:chart/></w:drawing></w:r>",
            "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>");
    private static final List<String> FIELDS = List.of(
            "<w:r><w:fldChar><w:ffData/></w:fldChar></w:r>",
            "<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent/></w:sdt>");
    private static final String STYLES = "<w:styles xmlns:w=\"w\">"
            + style(HIDDEN_STYLE, "<w:vanish/>")
            + style("raised", "<w:vertAlign w:val=\"superscript\"/>")
            + style("struck", "<w:strike/>")
            + "</w:styles>";

    private DocxPrinter() {}

    private static String looking(String properties) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>%s</w:t></w:r>";
    }

    private static String style(String id, String properties) {
        return "<w:style w:type=\"character\" w:styleId=\"" + id + "\"><w:rPr>" + properties + "</w:rPr></w:style>";
    }

    static byte[] print(Draft draft) throws IOException {
        String body =
                "<w:document xmlns:w=\"w\" xmlns:a=\"a\" xmlns:m=\"m\" xmlns:mc=\"mc\" xmlns:v=\"v\" xmlns:c=\"c\" xmlns:r=\"r\" xmlns:w14=\"w14\"><w:body>"
                        + draft.markup(DocxPrinter::paragraph, DocxPrinter::table) + "</w:body></w:document>";
        return zip(Map.of("word/document.xml", body, "word/styles.xml", STYLES));
    }

    static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : new TreeMap<>(parts).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
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
        String text = escaped(run.text());
        return switch (run.look()) {
            case PLAIN -> run("", run.text());
            case BREAK -> "<w:r><w:br/></w:r>";
            case INSERTED -> run.in(INSERTED, run("", run.text()));
            case RAISED -> run.in(RAISED, text);
            case LOWERED -> run(run.in(LOWERED, ""), run.text());
            case HIDDEN -> run.in(HIDDEN, text);
            case STRUCK -> run(run.in(STRUCK, ""), run.text());
            case DELETED -> run.in(DELETED, text);
            case PICTURE -> run.in(PICTURES, text);
            case FIELD -> run.in(FIELDS, text);
        };
    }
}
