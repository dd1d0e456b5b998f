package org.gongkai.statistics;

import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.gongkai.rendering.SpooledWorkbook;
import org.gongkai.report.Language;
import org.gongkai.report.Text;

/** A roll-up as a workbook (XLSX): a sheet with the table, and one that says what it is about. */
final class RollUpWorkbook {

    private static final Text TABLE = new Text("汇总", "Roll-up");
    private static final Text NOTES = new Text("说明", "Notes");

    private RollUpWorkbook() {}

    static byte[] of(RollUp rollUp, Rendition rendition) {
        String title = new RollUpNotes(rollUp, rendition.language()).title();
        return SpooledWorkbook.write(title, rollUp.asOf(), workbook -> fill(workbook, rollUp, rendition));
    }

    private static void fill(SXSSFWorkbook workbook, RollUp rollUp, Rendition rendition) {
        Language language = rendition.language();
        CellStyles styles = new CellStyles(workbook);
        new TableSheet(workbook.createSheet(TABLE.in(language)), styles).fill(rollUp, rendition);
        new NotesSheet(workbook.createSheet(NOTES.in(language)), styles).fill(rollUp, rendition);
    }
}
