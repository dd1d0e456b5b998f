package org.gongkai.publication;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Takes out of an archive when it was made, so that the same content is the same bytes. */
final class ReproducibleZip {

    /** Early, but after the first time an archive can name: beside that one the zone of this machine would be written, too. */
    private static final LocalDateTime BEGINNING = LocalDateTime.of(1980, 2, 1, 0, 0);

    private ReproducibleZip() {}

    /** The same archive, with all entries of one time. */
    static byte[] zip(byte[] archive) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(archive.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(entry(entry.getName()));
                in.transferTo(out);
            }
        }
        return bytes.toByteArray();
    }

    /** An entry of that time. */
    static ZipEntry entry(String name) {
        ZipEntry timeless = new ZipEntry(name);
        timeless.setTimeLocal(BEGINNING);
        return timeless;
    }
}
