package org.gongkai.publication;

import java.io.OutputStream;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.gongkai.publication.layout.Grid;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.publication.layout.Part;

/** Writes a document as a workbook (XLSX). Each part has its own sheet, because each table has its own columns. */
final class ReportWorkbook {

    private static final double MARGIN_IN_INCHES = 0.7;

    private ReportWorkbook() {}

    static void write(OfficialDocument document, OutputStream out) {
        SpooledWorkbook.write(document.title(), document.dated(), workbook -> fill(workbook, document), out);
    }

    private static void fill(SXSSFWorkbook workbook, OfficialDocument document) {
        SheetStyles styles = new SheetStyles(workbook);
        document.parts().forEach(part -> {
            SXSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(part.heading()));
            print(sheet, part);
            new PartSheet(sheet, styles, part).fill(document);
        });
    }

    /** Sets up printing: A4, fitted to the page width; a table that fits is kept on one page. */
    private static void print(SXSSFSheet sheet, Part part) {
        PrintSetup print = PageSetup.fitWidth(sheet);
        if (part.table().filter(Grid::fitsOnPage).isPresent()) {
            print.setFitHeight((short) 1);
        }
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, MARGIN_IN_INCHES);
        sheet.setMargin(PageMargin.RIGHT, MARGIN_IN_INCHES);
        sheet.getFooter().setCenter(PageSetup.PAGE_NUMBER);
    }
}
