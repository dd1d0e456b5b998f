package org.gongkai.statistics;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Date;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.gongkai.report.Text;

/**
 * A roll-up as a workbook (XLSX): a sheet with the table, and one that says what it is about. Rows are spooled in the temporary
 * folder, so that a long table needs little memory.
 */
final class RollUpWorkbook {

    private static final int ROWS_IN_MEMORY = 100;

    private static final Text TABLE = new Text("汇总", "Roll-up");
    private static final Text NOTES = new Text("说明", "Notes");

    private RollUpWorkbook() {}

    static byte[] of(RollUp rollUp, Rendition rendition) {
        return TempFile.withStrategy(new PrivateTempFiles(), () -> write(rollUp, rendition));
    }

    private static byte[] write(RollUp rollUp, Rendition rendition) {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            workbook.setCompressTempFiles(true);
            workbook.setZip64Mode(Zip64Mode.Never);
            describe(workbook, rollUp, rendition);
            CellStyles styles = new CellStyles(workbook);
            new TableSheet(workbook.createSheet(TABLE.in(rendition.language())), styles).fill(rollUp, rendition);
            new NotesSheet(workbook.createSheet(NOTES.in(rendition.language())), styles).fill(rollUp, rendition);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.writeAvoidingTempFiles(bytes);
            return Timeless.zip(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(SXSSFWorkbook workbook, RollUp rollUp, Rendition rendition) {
        CoreProperties properties = workbook.getXSSFWorkbook().getProperties().getCoreProperties();
        properties.setTitle(new RollUpNotes(rollUp, rendition.language()).title());
        properties.setCreator("Gongkai");
        properties.setCreated(Optional.of(Date.from(rollUp.asOf())));
    }
}
