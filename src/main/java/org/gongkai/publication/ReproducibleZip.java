package org.gongkai.publication;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Writes ZIP files without the time of their creation, so that the same content gives the same bytes. */
final class ReproducibleZip {

    /**
     * The time of all entries. The earliest time of the ZIP format cannot be used: with it, the time zone of the
     * machine would be written as well.
     */
    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private ReproducibleZip() {}

    /** Writes the same ZIP file, with the same fixed time for all entries. */
    static void normalize(InputStream archive, OutputStream normalized) throws IOException {
        ZipInputStream in = new ZipInputStream(archive);
        ZipOutputStream out = new ZipOutputStream(normalized);
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            out.putNextEntry(entry(entry.getName()));
            in.transferTo(out);
        }
        out.finish();
    }

    /** Creates an entry with the fixed time. */
    static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(FIXED_TIME);
        return entry;
    }
}
