package org.gongkai.publication;

import java.io.IOException;
import java.io.Writer;
import org.gongkai.publication.layout.Grid;
import org.gongkai.publication.layout.GridCell;
import org.gongkai.publication.layout.GridCell.RowLabel;
import org.gongkai.publication.layout.GridCell.Words;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.publication.layout.Part;

/**
 * Writes the body of a DOCX document, paragraph by paragraph, on a page as defined by GB/T 9704. Lengths are in
 * twentieths of a point.
 */
final class WordBody {

    /** The width of A4 without the margins of 28 mm and 26 mm: 156 mm. */
    private static final long TEXT_WIDTH = 8_844;

    private static final String BEGIN = """
            <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
            """;

    private static final String END = """
            <w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/>\
            <w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/>\
            </w:sectPr></w:body></w:document>
            """;

    private static final String TABLE = """
            <w:tbl><w:tblPr><w:tblW w:w="%s" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>\
            <w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/>\
            <w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/>\
            </w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="20" w:type="dxa"/>\
            <w:left w:w="40" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar>\
            </w:tblPr>
            """;

    private final Writer xml;

    WordBody(Writer xml) {
        this.xml = xml;
    }

    void write(OfficialDocument document) throws IOException {
        xml.write(BEGIN);
        paragraph("Title", "", document.title());
        if (!document.note().isEmpty()) {
            paragraph("Note", "", document.note());
        }
        for (Part part : document.parts().toList()) {
            part(part);
        }
        xml.write(END);
    }

    private void part(Part part) throws IOException {
        paragraph("Heading1", "", part.heading());
        for (String line : part.lines()) {
            paragraph("BodyText", "", line);
        }
        if (part.table().isPresent()) {
            table(part.table().get());
            paragraph("AfterTable", "", "");
        }
    }

    private void paragraph(String style, String properties, String text) throws IOException {
        xml.write("<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr>".formatted(style, properties));
        String printable = XmlText.of(text);
        if (!printable.isEmpty()) {
            xml.write("<w:r><w:t xml:space=\"preserve\">");
            xml.write(XmlText.escaped(printable).replace("\t", "</w:t><w:tab/><w:t xml:space=\"preserve\">"));
            xml.write("</w:t></w:r>");
        }
        xml.write("</w:p>\n");
    }

    private void table(Grid table) throws IOException {
        xml.write(TABLE.formatted(TEXT_WIDTH));
        xml.write("<w:tblGrid>");
        int totalWidth = table.widths().stream().mapToInt(Integer::intValue).sum();
        for (int width : table.widths()) {
            xml.write("<w:gridCol w:w=\"%s\"/>".formatted(TEXT_WIDTH * width / totalWidth));
        }
        xml.write("</w:tblGrid>\n");
        for (int row = 0; row < table.rows(); row++) {
            row(table, row);
        }
        xml.write("</w:tbl>\n");
    }

    private void row(Grid table, int row) throws IOException {
        String repeated = row < table.headRows() ? "<w:tblHeader/>" : "";
        xml.write("<w:tr><w:trPr><w:cantSplit/>%s</w:trPr>".formatted(repeated));
        for (int column = 0; column < table.columns(); ) {
            GridCell cell = table.at(row, column);
            cell(table, cell, row);
            column += cell.columns();
        }
        xml.write("</w:tr>\n");
    }

    /** Writes one cell. A cell that spans several rows is repeated in each of them, with its text only in the first. */
    private void cell(Grid table, GridCell cell, int row) throws IOException {
        boolean begins = cell.row() == row;
        xml.write("<w:tc><w:tcPr><w:tcW w:w=\"%s\" w:type=\"dxa\"/>"
                .formatted(Math.round(TEXT_WIDTH * table.widthShare(cell))));
        if (cell.columns() > 1) {
            xml.write("<w:gridSpan w:val=\"%s\"/>".formatted(cell.columns()));
        }
        if (cell.rows() > 1) {
            xml.write("<w:vMerge w:val=\"%s\"/>".formatted(begins ? "restart" : "continue"));
        }
        xml.write("<w:vAlign w:val=\"center\"/></w:tcPr>");
        boolean keepNext = table.fitsOnPage() && row + 1 < table.rows();
        paragraph(
                table.isDense() ? "DenseTableText" : "TableText",
                (keepNext ? "<w:keepNext/>" : "") + "<w:jc w:val=\"%s\"/>".formatted(alignment(cell)),
                begins ? cell.content().text() : "");
        xml.write("</w:tc>");
    }

    private static String alignment(GridCell cell) {
        return cell.content() instanceof RowLabel || cell.content() instanceof Words ? "left" : "center";
    }
}
