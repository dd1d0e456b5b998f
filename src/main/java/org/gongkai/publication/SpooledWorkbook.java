package org.gongkai.publication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * Writes workbooks (XLSX). The same content gives the same bytes. Rows are spooled to the temporary folder, so that a
 * long table needs little memory.
 */
public final class SpooledWorkbook {

    private static final int ROWS_IN_MEMORY = 100;

    private SpooledWorkbook() {}

    /**
     * Writes a workbook.
     *
     * @param title the title in the document properties
     * @param created the time of creation in the document properties: the time of the data
     * @param fill fills the workbook, sheet by sheet and row by row
     */
    public static byte[] write(String title, Instant created, Consumer<SXSSFWorkbook> fill) {
        return TempFile.withStrategy(new PrivateTempFiles(), () -> spool(title, created, fill));
    }

    private static byte[] spool(String title, Instant created, Consumer<SXSSFWorkbook> fill) {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            workbook.setCompressTempFiles(true);
            workbook.setZip64Mode(Zip64Mode.Never);
            CoreProperties properties =
                    workbook.getXSSFWorkbook().getProperties().getCoreProperties();
            properties.setTitle(title);
            properties.setCreator("Gongkai");
            properties.setCreated(Optional.of(Date.from(created)));
            fill.accept(workbook);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.writeAvoidingTempFiles(bytes);
            return ReproducibleZip.normalize(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
