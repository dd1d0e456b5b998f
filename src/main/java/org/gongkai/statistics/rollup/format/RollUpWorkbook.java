package org.gongkai.statistics.rollup.format;

import java.io.OutputStream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.gongkai.publication.SpooledWorkbook;
import org.gongkai.publication.table.TableSheet;
import org.gongkai.publication.table.TableStyles;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** A roll-up as a workbook (XLSX): a sheet with the table, and a sheet with notes. */
final class RollUpWorkbook {

    private static final Text TABLE = new Text("汇总", "Roll-up");
    private static final Text NOTES = new Text("说明", "Notes");

    private RollUpWorkbook() {}

    static void write(RollUp rollUp, Representation representation, OutputStream out) {
        String title = new RollUpNotes(rollUp, representation.language()).title();
        SpooledWorkbook.write(title, rollUp.asOf(), workbook -> fill(workbook, rollUp, representation), out);
    }

    private static void fill(SXSSFWorkbook workbook, RollUp rollUp, Representation representation) {
        Language language = representation.language();
        TableStyles styles = new TableStyles(workbook);
        new TableSheet<>(
                        workbook.createSheet(TABLE.in(language)),
                        styles,
                        RollUpColumns.of(rollUp, representation),
                        language)
                .fill(rollUp.rows());
        new NotesSheet(workbook.createSheet(NOTES.in(language)), styles).fill(rollUp, representation);
    }
}
