package org.gongkai.publication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.gongkai.spool.SpoolFile;

/**
 * Writes workbooks (XLSX). The same content gives the same bytes. Rows are spooled to the temporary folder, so that a
 * long table needs little memory.
 */
public final class SpooledWorkbook {

    private static final int ROWS_IN_MEMORY = 100;

    private SpooledWorkbook() {}

    /**
     * Returns a workbook that is not long.
     *
     * @param title the title in the document properties
     * @param created the time of creation in the document properties: the time of the data
     * @param fill fills the workbook, sheet by sheet and row by row
     */
    public static byte[] write(String title, Instant created, Consumer<SXSSFWorkbook> fill) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(title, created, fill, bytes);
        return bytes.toByteArray();
    }

    /** Writes a workbook of any length. The stream is not closed. */
    public static void write(String title, Instant created, Consumer<SXSSFWorkbook> fill, OutputStream out) {
        TempFile.withStrategy(new PrivateTempFiles(), () -> {
            spool(title, created, fill, out);
            return null;
        });
    }

    private static void spool(String title, Instant created, Consumer<SXSSFWorkbook> fill, OutputStream out) {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            workbook.setCompressTempFiles(true);
            workbook.setZip64Mode(Zip64Mode.Never);
            CoreProperties properties =
                    workbook.getXSSFWorkbook().getProperties().getCoreProperties();
            properties.setTitle(title);
            properties.setCreator("Gongkai");
            properties.setCreated(Optional.of(Date.from(created)));
            fill.accept(workbook);
            try (SpoolFile written = SpoolFile.create("workbook-")) {
                workbook.writeAvoidingTempFiles(written.stream());
                try (InputStream archive = written.read()) {
                    ReproducibleZip.normalize(archive, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
